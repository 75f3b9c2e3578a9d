// Makes demo pages with the prerender API: the same page with a script, without one, and in Spanish.
import { mkdirSync, writeFileSync } from 'node:fs';

const DIR = 'dist/examples/prerendered';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; form-action 'none'; " +
  "base-uri 'none'; require-trusted-types-for 'script'";
const TAGS = ['failure-reason-checklist', 'next-steps-wizard'];
const WORDS = {
  en: {
    title: 'Words before the script',
    note: 'This page was made ahead.',
    links: { 'index.html': 'With the script', 'without.html': 'Without a script', 'es.html': 'En español' },
  },
  es: {
    title: 'Palabras antes del código',
    note: 'Esta página se hizo antes.',
    links: { 'index.html': 'In English', 'es.html': 'En español' },
  },
};

/** One page as HTML. */
export function demoPage({ locale, made, script = true, file }) {
  const { title, note, links } = WORDS[locale];
  const heads = [...new Set(made.flatMap(({ head }) => head.split(/(?<=>)/)))].filter(Boolean);
  const items = Object.entries(links).map(
    ([to, words]) => `<li><a href="./${to}"${to === file ? ' aria-current="page"' : ''}>${words}</a></li>`,
  );
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} | Cedar Hollow</title>
<link rel="icon" type="image/svg+xml" href="/favicon.svg">
<link rel="stylesheet" href="/site.css">
${heads.join('\n')}
${script ? '<script type="module" src="/kit/embed.js"></script>' : ''}
</head>
<body>
<main id="main" class="wrap">
<h1>${title}</h1>
<p>${note} <a href="/index.html" hreflang="en" lang="en">All demo pages</a></p>
<ul>${items.join('')}</ul>
${made.map(({ html }) => html).join('\n')}
</main>
</body>
</html>
`;
}

/** Writes the demo pages and their style sheets. */
export async function writePrerenderDemo() {
  const { prerender } = await import('failed-intervention-guide/prerender');
  mkdirSync(`${DIR}/styles`, { recursive: true });
  for (const [file, locale] of Object.entries({ 'index.html': 'en', 'without.html': 'en', 'es.html': 'es' })) {
    const made = await Promise.all(
      TAGS.map((tag, i) => prerender({ tag, locale, region: 'US', stylesAt: 'styles/', first: i === 0 })),
    );
    for (const [name, text] of made.flatMap(({ css }) => Object.entries(css))) {
      writeFileSync(`${DIR}/styles/${name}.css`, text);
    }
    writeFileSync(`${DIR}/${file}`, demoPage({ locale, made, file, script: file !== 'without.html' }));
  }
}
