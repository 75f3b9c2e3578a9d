// Keeps every consent text that was ever published: `npm run consents` adds new versions to
// consent-history.json, and refuses when the words of a published version have changed.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const HISTORY = 'consent-history.json';
const at = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));

export const readHistory = async () => JSON.parse(await readFile(at(HISTORY), 'utf8').catch(() => '[]'));

const hashOf = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const isSame = (a, b) => a.locale === b.locale && a.id === b.id && a.version === b.version;

/** The consents of some bundles, as the history keeps them. */
export const consentsOf = (bundles) =>
  bundles.flatMap(({ locale, contact: { consents } }) =>
    consents.map(({ id, version, text, hash }) => ({ locale, id, version, hash, text })),
  );

/**
 * What is wrong between the history and the texts of now, in sentences.
 * @param now Consents as `consentsOf` gives them.
 */
export function historyProblems(history, now) {
  const name = ({ locale, id, version }) => `${locale} ${id}, version ${version}`;
  const changed = now.filter((one) => history.some((old) => isSame(old, one) && old.hash !== one.hash));
  const missing = now.filter((one) => !history.some((old) => isSame(old, one)));
  const broken = history.filter(({ text, hash }) => hashOf(text) !== hash);
  const twice = history.filter((one, i) => history.findIndex((old) => isSame(old, one)) !== i);
  return [
    ...changed.map((one) => `${name(one)}: the words have changed. Raise "version" in its file.`),
    ...missing.map((one) => `${name(one)} is not in ${HISTORY}. Run "npm run consents" and commit it.`),
    ...broken.map(
      (one) => `${name(one)}: text and hash in ${HISTORY} do not belong together. Nothing there is ever edited.`,
    ),
    ...twice.map((one) => `${name(one)} stands in ${HISTORY} twice.`),
  ];
}

/** The history with what is new in it. Throws when a published version reads otherwise now. */
export function grown(history, now) {
  const all = [...history, ...now.filter((one) => !history.some((old) => isSame(old, one)))];
  const problems = historyProblems(all, now);
  if (problems.length) throw new Error(problems.join('\n'));
  return all;
}

export const builtBundles = () =>
  Promise.all(['en', 'es'].map(async (name) => JSON.parse(await readFile(at(`dist/content/${name}.json`), 'utf8'))));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const before = await readHistory();
  const after = grown(before, consentsOf(await builtBundles()));
  await writeFile(at(HISTORY), `${JSON.stringify(after, null, 2)}\n`);
  console.log(`${after.length} consent texts, ${after.length - before.length} of them new.`);
}
