// What the kit needs of a browser, from scripts/browser-features.json: the tables in docs/browser-support.md and the
// README. To bring the versions up to date, unpack the newest @mdn/browser-compat-data and hand over its data.json:
//   node scripts/browsers.mjs PATH/data.json
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const FILE = fileURLToPath(new URL('browser-features.json', import.meta.url));
export const BROWSERS = { chrome: 'Chrome', edge: 'Edge', firefox: 'Firefox', safari: 'Safari' };

/** What is missing without a feature: the kit as a whole (`run`), its looks (`look`), or something small (`extra`). */
export const NEEDS = { run: 'To work', look: 'To look right', extra: 'Nice to have' };

export const readFeatures = () => JSON.parse(readFileSync(FILE, 'utf8'));

/** The oldest version of a browser that has all features of these needs. */
export function oldest(features, browser, needs) {
  const versions = features.filter(({ need }) => needs.includes(need)).map(({ since }) => since[browser]);
  return String(Math.max(...versions.map(Number)));
}

/** The tables, by the name of their place. */
export function browserTables({ source, features } = readFeatures()) {
  const names = Object.keys(BROWSERS);
  const head = (...first) => [
    `| ${[...first, ...Object.values(BROWSERS)].join(' | ')} |`,
    `| ${[...first, ...names].map(() => '---').join(' | ')} |`,
  ];
  const from = (needs) => names.map((browser) => oldest(features, browser, needs));
  const needed = [
    ...head('From version'),
    `| everything, in its own colors | ${from(['run', 'look']).join(' | ')} |`,
    `| it works, in the colors of your page | ${from(['run']).join(' | ')} |`,
  ].join('\n');
  const rows = Object.keys(NEEDS).flatMap((need) =>
    features
      .filter((feature) => feature.need === need)
      .map(({ name, without, since }) => {
        const versions = names.map((browser) => since[browser] ?? 'no');
        return `| ${[`\`${name}\``, NEEDS[need], without, ...versions].join(' | ')} |`;
      }),
  );
  return {
    needed,
    features: [...head('Feature', 'Needed', 'Without it'), ...rows, '', `Source: ${source}.`].join('\n'),
  };
}

/** The first version with all of a feature (or with a part, where that is enough), or nothing where there is none. */
function sinceIn(data, { path, partly }, browser) {
  const support = path.split('.').reduce((node, key) => node?.[key], data)?.__compat?.support[browser];
  if (!support) throw new Error(`The data has no ${path}.`);
  const fits = [support].flat().filter(({ prefix, flags, partial_implementation: isPart }) => {
    return !prefix && !flags && (partly || !isPart);
  });
  const version = fits.at(-1)?.version_added; // the newest comes first
  return typeof version === 'string' && /^[\d.]+$/.test(version) ? version : null;
}

function update(path) {
  const data = JSON.parse(readFileSync(path, 'utf8'));
  const { features } = readFeatures();
  const { version, timestamp } = data.__meta;
  const filled = features.map((feature) => ({
    ...feature,
    since: Object.fromEntries(Object.keys(BROWSERS).map((name) => [name, sinceIn(data, feature, name)])),
  }));
  const source = `[@mdn/browser-compat-data](https://github.com/mdn/browser-compat-data) ${version} of ${timestamp.slice(0, 10)}`;
  writeFileSync(FILE, `${JSON.stringify({ source, features: filled }, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href && process.argv[2]) update(process.argv[2]);
