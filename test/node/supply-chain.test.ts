import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { REPO } from './helpers.js';

const read = (file: string): string => readFileSync(join(REPO, file), 'utf8');
const json = (file: string): unknown => JSON.parse(read(file));

interface Entry {
  readonly name?: string;
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
  readonly inBundle?: boolean;
}
interface Lock {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, Entry>>;
}
interface Package {
  readonly scripts: Readonly<Record<string, string>>;
  readonly files: readonly string[];
  readonly [list: string]: unknown;
}

const LOCKS = execFileSync('git', ['ls-files', '*package-lock.json'], { cwd: REPO, encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);
const lock = json('package-lock.json') as Lock;
const pkg = json('package.json') as Package;
/** The kit as the examples have it: packed from this repository. */
const OWN = 'node_modules/failed-intervention-guide';

describe.each(LOCKS)('%s', (file) => {
  const { lockfileVersion, packages } = json(file) as Lock;
  const entries = Object.entries(packages).filter(([path]) => path && path !== OWN);

  it('holds a strong hash of every package', () => {
    expect(lockfileVersion).toBe(3);
    expect(entries.length).toBeGreaterThan(10);
    const weak = entries.filter(([, { integrity }]) => !/^sha512-[A-Za-z\d+/]{86}==$/.test(integrity ?? ''));
    expect(weak.map(([path]) => path)).toEqual([]);
  });

  it('takes packages from nowhere but the public registry', () => {
    // Without `resolved`, npm asks the registry it is set to, and the hash decides.
    const PUBLIC = 'https://registry.npmjs.org/';
    const isPlain = ({ resolved = PUBLIC, link, version = '' }: Entry) =>
      !link && /^\d+\.\d+\.\d+/.test(version) && resolved.startsWith(PUBLIC);
    const elsewhere = entries.filter(([, entry]) => !isPlain(entry));
    expect(elsewhere.map(([path]) => path)).toEqual([]);
    expect([undefined, 'file:../failed-intervention-guide.tgz']).toContain(packages[OWN]?.resolved);
  });

  it('is of a package.json that names versions, and no places', () => {
    const own = json(join(file, '../package.json')) as Package;
    const lists = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'overrides'];
    const named = lists.flatMap((list) => Object.entries((own[list] ?? {}) as Record<string, string>));
    const places = named.filter(
      ([name, range]) => name !== OWN.split('/')[1] && !/^(?:npm:[\w@/-]+@)?[\^~>=]*\d/.test(range),
    );
    expect(places).toEqual([]);
  });
});

describe('install scripts', () => {
  it('are run by no install of ours', () => {
    expect(read('scripts/install.mjs')).toContain("'ci', '--ignore-scripts'");
    const workflows = readdirSync(join(REPO, '.github/workflows')).map((file) => read(`.github/workflows/${file}`));
    const installs = workflows.join('\n').match(/npm (?:ci|install|i)\b.*$/gm) ?? [];
    expect(installs.length).toBeGreaterThan(2);
    expect(installs.filter((line) => line !== 'npm ci --ignore-scripts')).toEqual([]);
  });

  it('are not in what we publish', () => {
    const names = ['preinstall', 'install', 'postinstall', 'prepare', 'prepack', 'preuninstall', 'postuninstall'];
    expect(Object.keys(pkg.scripts).filter((name) => names.includes(name))).toEqual([]);
    expect(existsSync(join(REPO, 'binding.gyp'))).toBe(false); // npm would build it by itself
  });
});

interface Found {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}
const licenses = (await import(join(REPO, 'scripts/licenses.mjs'))) as {
  notAllowed: (lock: Lock) => readonly Found[];
  packagesOf: (lock: Lock) => readonly Found[];
  isAllowed: (license: string, allowed: readonly string[]) => boolean;
  READ_IN_PACKAGE: Readonly<Record<string, string>>;
};

describe('licenses', () => {
  it('of all that the project uses are on the list', () => {
    expect(licenses.packagesOf(lock).length).toBeGreaterThan(900);
    expect(licenses.notAllowed(lock).map(({ name, license }) => `${name}: ${license}`)).toEqual([]);
  });

  it.each([
    ['a license that reaches further', { license: 'GPL-3.0-only' }],
    ['a choice of none that we may take', { license: '(GPL-2.0-only OR AGPL-3.0-only)' }],
    ['two of which one is not on the list', { license: 'MIT AND GPL-2.0-only' }],
    ['none', {}],
    ['a license for tools in what is published', { license: 'MPL-2.0' }],
  ])('are refused: %s', (_what, entry) => {
    const found = licenses.notAllowed({
      lockfileVersion: 3,
      packages: { 'node_modules/x': { version: '1.0.0', ...entry } },
    });
    expect(found.map(({ name }) => name)).toEqual(['x']);
  });

  it('that were read in a package are of a version that is used', () => {
    const ids = licenses.packagesOf(lock).map(({ name, version }) => `${name}@${version}`);
    expect(Object.keys(licenses.READ_IN_PACKAGE).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('of others go along with the files that hold their code', () => {
    const notices = read('dist/third-party-notices.txt');
    const titles = [...notices.matchAll(/^(\S+) \d+\.\d+\.\d+ \((.+)\)$/gm)].map(([, name]) => name);
    expect(titles).toEqual(expect.arrayContaining(['lit', 'lit-html', '@lit/context', '@lit/reactive-element', 'zod']));
    expect(titles).not.toContain('marked'); // it is no part of the build
    for (const name of titles) {
      const file = readdirSync(join(REPO, 'node_modules', name ?? '')).find((one) => /^licen[cs]e/i.test(one)) ?? '';
      expect(notices).toContain(read(join('node_modules', name ?? '', file)).trim());
    }
    expect(pkg.files).toContain('dist');
  });
});

describe('dist/integrity.json', () => {
  const hashes = json('dist/integrity.json') as Readonly<Record<string, string>>;

  it('has the hash of every file that a page may fetch, and each one is right', () => {
    const chunks = readdirSync(join(REPO, 'dist/chunks')).map((file) => `chunks/${file}`);
    const presets = readdirSync(join(REPO, 'dist/presets')).map((file) => `presets/${file}`);
    const words = ['content/en.json', 'content/es.json'];
    expect(Object.keys(hashes).sort()).toEqual(['embed.js', ...chunks, ...presets, ...words].sort());
    for (const [file, hash] of Object.entries(hashes)) {
      const bytes = readFileSync(join(REPO, 'dist', file));
      expect(hash, file).toBe(`sha384-${createHash('sha384').update(bytes).digest('base64')}`);
    }
  });

  it('has every file that a page is told to ask for ahead', () => {
    const preload = json('dist/preload.json') as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
    const files = Object.values(preload).flatMap((locales) => Object.values(locales).flat());
    expect(files.filter((file) => !(file in hashes))).toEqual([]);
  });
});

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
}
interface Sbom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly metadata: {
    readonly timestamp?: string;
    readonly component: Component;
  };
  readonly components: readonly (Component & {
    readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
    readonly licenses?: readonly unknown[];
  })[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}
const { steady } = (await import(join(REPO, 'scripts/sbom.mjs'))) as {
  steady: (sbom: object, pkg: { readonly name: string }) => Sbom;
};

describe('dist/sbom.cdx.json', () => {
  const text = read('dist/sbom.cdx.json');
  const sbom = JSON.parse(text) as Sbom;

  it('is CycloneDX, of this package at this version', () => {
    expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: expect.stringMatching(/^1\.[5-9]$/) as string });
    expect(sbom.serialNumber).toMatch(/^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
    const { name, version, purl } = sbom.metadata.component;
    expect([name, version, purl]).toEqual([
      pkg.name,
      pkg.version,
      `pkg:npm/${String(pkg.name)}@${String(pkg.version)}`,
    ]);
  });

  it('lists what an install brings along, and nothing else, each with hash and license', () => {
    const installed = Object.entries(lock.packages)
      .filter(([path, { dev, devOptional }]) => path && !dev && !devOptional)
      .map(([path, { version }]) => `${path.split('node_modules/').at(-1) ?? ''}@${version ?? ''}`);
    const listed = sbom.components.map(({ name, version }) => `${name}@${version}`);
    expect([...new Set(listed)].sort()).toEqual([...new Set(installed)].sort());
    const hash = ({ version, name }: { readonly version: string; readonly name: string }) =>
      Object.entries(lock.packages)
        .filter(([path, entry]) => path.endsWith(`node_modules/${name}`) && entry.version === version)
        .map(([, { integrity = '' }]) => Buffer.from(integrity.slice(7), 'base64').toString('hex'));
    for (const component of sbom.components) {
      expect(hash(component), component.name).toContain(component.hashes?.[0]?.content);
      expect(component.licenses?.length, component.name).toBe(1);
      expect(component.purl).toMatch(/^pkg:npm\//);
    }
  });

  it('joins every part to another, and names none that is not there', () => {
    const refs = [sbom.metadata.component, ...sbom.components].map((one) => one['bom-ref']);
    expect(
      sbom.dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !refs.includes(ref)),
    ).toEqual([]);
  });

  it('says nothing of the machine that made it, nor when', () => {
    expect(sbom.metadata.timestamp).toBeUndefined();
    expect(text).not.toContain(REPO);
    const hosts = [...text.matchAll(/https?:\/\/([^/"]+)/g)].map(([, host]) => host);
    expect(hosts.filter((host) => host !== 'cyclonedx.org' && host !== 'registry.npmjs.org')).toEqual([]);
    const { metadata } = sbom;
    const elsewhere = { ...metadata, timestamp: '2001-01-01', component: { ...metadata.component, name: 'folder' } };
    const random = { ...sbom, serialNumber: 'urn:uuid:other', metadata: elsewhere };
    const again = steady(random, { name: metadata.component.name });
    expect(again).toEqual(sbom);
  });
});

describe('npm run audit', () => {
  const CLEAN = { vulnerabilities: {}, metadata: {} };
  const HOLE = { vulnerabilities: { x: { name: 'x', severity: 'high' } } };
  const SIGNED = { invalid: [], missing: [] };

  /** Runs the script with an npm that gives these answers: to the two audits, and on signatures. */
  function audit(answers: readonly [status: number, answer: unknown][], ...args: string[]) {
    const folder = mkdtempSync(join(tmpdir(), 'fig-audit-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const npm = join(folder, 'npm.mjs');
    writeFileSync(
      npm,
      `const answers = ${JSON.stringify(answers)};
      const asked = process.argv.includes('signatures') ? 2 : process.argv.includes('--omit=dev') ? 0 : 1;
      const [status, answer] = answers[asked];
      console.log(typeof answer === 'string' ? answer : JSON.stringify(answer));
      process.exitCode = status;`,
    );
    const env = { ...process.env, npm_execpath: npm };
    const { status, stdout } = spawnSync(process.execPath, [join(REPO, 'scripts/audit.mjs'), ...args], {
      encoding: 'utf8',
      env,
    });
    return { status, lines: stdout.trim().split('\n') };
  }

  it('is silent on what is clean', () => {
    const { status, lines } = audit(
      [
        [0, CLEAN],
        [0, CLEAN],
        [0, SIGNED],
      ],
      '--required',
    );
    expect(status).toBe(0);
    expect(lines.map((line) => line.split(': ').at(-1))).toEqual(['ok', 'ok', 'ok']);
  });

  it.each([
    [
      'a hole in what an install brings along',
      [
        [1, HOLE],
        [0, CLEAN],
        [0, SIGNED],
      ],
      /brings along: bad: x \(high\)/,
    ],
    [
      'a hole in a tool',
      [
        [0, CLEAN],
        [1, HOLE],
        [0, SIGNED],
      ],
      /tools too, .*: bad: x \(high\)/,
    ],
    [
      'a wrong signature',
      [
        [0, CLEAN],
        [0, CLEAN],
        [1, { invalid: [{ name: 'x', version: '1.0.0' }], missing: [] }],
      ],
      /no valid signature: x@1\.0\.0/,
    ],
  ] as const)('fails for %s, and names it', (_what, answers, says) => {
    const { status, lines } = audit(answers as unknown as [number, unknown][]);
    expect(status).toBe(1);
    expect(lines.join('\n')).toMatch(says);
  });

  it.each([
    ['an error', { message: '405 Method Not Allowed', statusCode: 405 }],
    ['no JSON', '<html>No</html>'],
    ['nothing', ''],
  ])(
    'says plainly that nothing was checked when the registry answers with %s, and fails where it must be',
    (_what, answer) => {
      const answers: [number, unknown][] = [
        [1, answer],
        [1, answer],
        [1, answer],
      ];
      const asked = audit(answers);
      expect(asked.lines.filter((line) => line.endsWith('not checked: the registry does not answer')).length).toBe(3);
      expect(asked.status).toBe(0);
      expect(audit(answers, '--required').status).toBe(1);
    },
  );

  it('is required in CI, each week too, and is no part of npm test', () => {
    const ci = read('.github/workflows/ci.yml');
    expect(ci).toContain('npm run audit -- --required');
    expect(ci).toMatch(/schedule:\n\s+- cron: '/);
    expect(read('scripts/test.mjs')).not.toContain('audit');
  });
});
