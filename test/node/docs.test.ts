import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { REPO } from './helpers.js';

const read = (file: string): string => readFileSync(join(REPO, file), 'utf8');
const inDocs = readdirSync(join(REPO, 'docs')).filter((file) => file.endsWith('.md'));
const PAGES = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', ...inDocs.map((file) => `docs/${file}`)];

interface Named {
  readonly name: string;
}
interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly attributes?: readonly Named[];
  readonly events?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly slots?: readonly Named[];
}
const manifest = JSON.parse(read('custom-elements.json')) as {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
};
const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
const names = (key: 'events' | 'cssParts' | 'cssProperties', of = elements): string[] => [
  ...new Set(of.flatMap((element) => (element[key] ?? []).map(({ name }) => name))),
];

/** A page without its code: only what a reader sees as text and links. */
const withoutCode = (page: string): string => page.replaceAll(/```[\s\S]*?```/g, '').replaceAll(/`[^`\n]*`/g, '``');

/** The anchor that GitHub and npm make of a heading. */
const anchor = (heading: string): string =>
  heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

function anchorsOf(file: string): Set<string> {
  const text = read(file).replaceAll(/```[\s\S]*?```/g, '');
  const seen = new Map<string, number>();
  const found = new Set<string>();
  for (const [, heading = ''] of text.matchAll(/^#{1,6} (.+)$/gm)) {
    const name = anchor(heading);
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    found.add(times ? `${name}-${times}` : name);
  }
  return found;
}

const linksOf = (file: string): string[] => {
  const text = withoutCode(read(file));
  const markdown = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  const html = [...text.matchAll(/\s(?:src|srcset|href)="([^"]+)"/g)].map(([, target = '']) => target);
  return [...markdown, ...html];
};

interface Fence {
  readonly page: string;
  readonly language: string;
  readonly code: string;
}
/** Code from the example apps is compiled there; `frameworks-docs.test.ts` holds it against them. */
const FROM_APPS = /<!-- from: \S+ -->\s+```[\s\S]*?```/g;

const fences: readonly Fence[] = PAGES.flatMap((page) =>
  [
    ...read(page)
      .replaceAll(FROM_APPS, '')
      .matchAll(/^( *)(`{3,})(\S*)[^\n]*\n([\s\S]*?)^ *\2 *$/gm),
  ].map(([, indent = '', , language = '', code = '']) => ({
    page,
    language,
    code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  })),
);
const of = (...languages: string[]): Fence[] => fences.filter(({ language }) => languages.includes(language));
const where = ({ page, code }: Fence): string => `${page}: ${code.trim().split('\n')[0] ?? ''}`;

/** Each tag of some markup that is ours, with the names of its attributes. */
const ourTags = (code: string) =>
  [...code.matchAll(/<([a-z]+(?:-[a-z]+)+)((?:\s+[\w:@.-]+(?:="[^"]*"|='[^']*'|=\{[^}]*\})?)*)\s*\/?>/g)].map(
    ([, tag = '', rest = '']) => ({
      tag,
      attributes: [...rest.replaceAll(/="[^"]*"|='[^']*'/g, '').matchAll(/[\w:@.-]+/g)].map(([name]) => name),
    }),
  );

/** Attributes that any element of a page may have. */
const GLOBAL = ['id', 'class', 'lang', 'dir', 'hidden', 'slot', 'part', 'style'];

describe('the pages for people', () => {
  it('link only to files and headings that are there', () => {
    const broken = PAGES.flatMap((page) =>
      linksOf(page)
        .filter((target) => !/^(?:https?:|mailto:|tel:)/.test(target))
        .filter((target) => {
          const [path = '', hash] = target.split('#');
          const file = path ? join(dirname(page), path) : page;
          if (!existsSync(join(REPO, file))) return true;
          return hash !== undefined && !(file.endsWith('.md') && anchorsOf(file).has(hash));
        })
        .map((target) => `${page} → ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('link to the web by https only', () => {
    const links = PAGES.flatMap((page) => linksOf(page).map((target) => `${page} → ${target}`));
    expect(links.length).toBeGreaterThan(80);
    expect(links.filter((link) => link.includes('→ http:'))).toEqual([]);
  });

  it('can each be reached from the README', () => {
    const seen = new Set(['README.md']);
    for (const page of seen) {
      for (const target of linksOf(page)) {
        const file = join(dirname(page), target.split('#')[0] ?? '');
        if (PAGES.includes(file)) seen.add(file);
      }
    }
    const apart = ['CHANGELOG.md', 'docs/seed-coverage.md'];
    expect(PAGES.filter((page) => !seen.has(page) && !apart.includes(page))).toEqual([]);
  });

  it('show small pictures, each with words for those who do not see it', () => {
    const pictures = PAGES.flatMap((page) => linksOf(page).map((target) => join(dirname(page), target))).filter(
      (file) => file.endsWith('.png'),
    );
    expect(pictures.length).toBeGreaterThan(1);
    for (const file of pictures) expect(statSync(join(REPO, file)).size, file).toBeLessThan(100_000);
    const unused = readdirSync(join(REPO, 'docs/images')).filter((file) => !pictures.includes(`docs/images/${file}`));
    expect(unused).toEqual([]);
    const silent = PAGES.filter((page) => /!\[\]|<img(?![^>]*\salt="[^"]+")/.test(read(page)));
    expect(silent).toEqual([]);
  });

  it('name only files, scripts and commands that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    const builtIn = ['ci', 'install', 'pack', 'publish', 'start', 'test'];
    const wrong = PAGES.filter((page) => page !== 'CHANGELOG.md').flatMap((page) => {
      const text = read(page);
      const runs = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].filter(([, name = '']) => !(name in scripts));
      const plain = [...text.matchAll(/^\s*npm ([a-z]+)/gm)].filter(
        ([, name = '']) => !builtIn.includes(name) && name !== 'run',
      );
      const paths = [
        ...text.matchAll(
          /`((?:src|scripts|test|docs|content|examples|stories|dist-demo|\.storybook|\.github|\.changeset)\/[\w./-]+)`/g,
        ),
      ].filter(([, path = '']) => !existsSync(join(REPO, path)));
      return [...runs, ...plain, ...paths].map(([found]) => `${page}: ${found}`);
    });
    expect(wrong).toEqual([]);
  });

  it('name only tokens of ours', () => {
    const known = names('cssProperties');
    expect(known.length).toBeGreaterThan(5);
    const wrong = PAGES.flatMap((page) =>
      [...read(page).matchAll(/--fig-[\w-]+/g)].map(([name]) => name).filter((name) => !known.includes(name)),
    );
    expect(wrong).toEqual([]);
  });

  it('say nothing of the place they were written at', () => {
    const found = PAGES.filter((page) => /(?:^|[\s`"'(])\/(?:work|tmp|root)\b|localhost:\d/.test(read(page)));
    expect(found).toEqual([]);
  });
});

describe('the code in them', () => {
  const CHECKED = ['html', 'js', 'ts', 'tsx', 'jsx', 'json', 'yaml', 'css', 'vue', 'svelte', 'astro', 'php'];
  const PLAIN = ['sh', 'text', 'md'];

  it('says its language, and is there in all of those that are checked here', () => {
    const unknown = fences.filter(({ language }) => ![...CHECKED, ...PLAIN].includes(language));
    expect(unknown.map(where)).toEqual([]);
    for (const language of ['html', 'js', 'ts', 'json', 'yaml', 'css']) expect(of(language).length).toBeGreaterThan(0);
  });

  it('parses: JavaScript and TypeScript', () => {
    const broken = of('js', 'ts', 'jsx', 'tsx').filter(({ code, language }) => {
      const { diagnostics } = ts.transpileModule(code, {
        fileName: `snippet.${language}`,
        reportDiagnostics: true,
        compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ESNext, jsx: ts.JsxEmit.Preserve },
      });
      return diagnostics?.length;
    });
    expect(broken.map(where)).toEqual([]);
  });

  it('parses: JSON and YAML', () => {
    const isBroken = ({ code, language }: Fence) => {
      if (language === 'yaml') return parseAllDocuments(code).some((document) => document.errors.length);
      try {
        JSON.parse(code);
        return false;
      } catch {
        return true;
      }
    };
    expect(of('json', 'yaml').filter(isBroken).map(where)).toEqual([]);
  });

  it('listens for events that there are', () => {
    const known = names('events');
    const heard = fences.flatMap(({ page, code }) =>
      [...code.matchAll(/(?:addEventListener\(\s*|@|\son:?|v-on:)['"]?(fig-[\w-]+)/g)].map(([, name = '']) => ({
        page,
        name,
      })),
    );
    expect(heard.length).toBeGreaterThan(5);
    expect(heard.filter(({ name }) => !known.includes(name))).toEqual([]);
  });

  it('uses tags and attributes that there are', () => {
    const used = of('html', 'vue', 'svelte', 'astro', 'tsx', 'jsx', 'php').flatMap((fence) =>
      ourTags(fence.code).map((use) => ({ fence, ...use })),
    );
    expect(used.length).toBeGreaterThan(10);
    const wrong = used.flatMap(({ fence, tag, attributes }) => {
      const element = elements.find(({ tagName }) => tagName === tag);
      if (!element) return [`${where(fence)}: <${tag}>`];
      const known = (element.attributes ?? []).map(({ name }) => name);
      return attributes
        .filter((name) => !/^(?:on|@|:|\.|v-|bind:|client:|data-|aria-)/.test(name))
        .filter((name) => ![...known, ...GLOBAL].includes(name))
        .filter((name) => fence.language === 'html' || name === name.toLowerCase())
        .map((name) => `${where(fence)}: ${name} of <${tag}>`);
    });
    expect(wrong).toEqual([]);
  });

  it('closes every tag of ours, as no browser closes it by itself', () => {
    const open = of('html').filter(({ code }) =>
      elements.some(({ tagName = '' }) => {
        const count = (pattern: string) => code.match(new RegExp(pattern, 'g'))?.length ?? 0;
        return count(`<${tagName}[\\s>]`) !== count(`</${tagName}>`);
      }),
    );
    expect(open.map(where)).toEqual([]);
  });

  it('styles parts that the element has', () => {
    const uses = of('css').flatMap(({ page, code }) =>
      [...code.matchAll(/([a-z]+(?:-[a-z]+)+)?::part\(([^)]+)\)/g)].map(([, tag, list = '']) => ({ page, tag, list })),
    );
    expect(uses.length).toBeGreaterThan(0);
    const wrong = uses.filter(({ tag, list }) => {
      const parts = names('cssParts', tag ? elements.filter(({ tagName }) => tagName === tag) : elements);
      return !list.split(/\s+/).every((name) => parts.includes(name));
    });
    expect(wrong).toEqual([]);
  });
});
