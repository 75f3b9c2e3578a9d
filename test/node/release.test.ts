import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { REPO } from './helpers.js';

interface Release {
  readonly pkg: Readonly<Record<string, unknown>>;
  readonly lock: {
    readonly version: string;
    readonly packages: Readonly<Record<string, { readonly version: string }>>;
  };
  readonly changelog: string;
  readonly pending: readonly string[];
  readonly files: (file: string) => boolean;
}
const script = join(REPO, 'scripts/release-check.mjs');
const { releaseProblems } = (await import(script)) as { releaseProblems: (release: Release) => string[] };

const READY: Release = {
  pkg: {
    version: '1.2.3',
    repository: { type: 'git', url: 'git+https://github.com/cedar-hollow/kit.git' },
    bugs: { url: 'https://github.com/cedar-hollow/kit/issues' },
    homepage: 'https://github.com/cedar-hollow/kit#readme',
    publishConfig: { access: 'public', provenance: true },
  },
  lock: { version: '1.2.3', packages: { '': { version: '1.2.3' } } },
  changelog: '# Changelog\n\n## 1.2.3\n\n- Mend it.\n',
  pending: [],
  files: () => true,
};
const changed = (pkg: object): Release => ({ ...READY, pkg: { ...READY.pkg, ...pkg } });

describe('the check before publishing', () => {
  it('lets through what is ready', () => {
    expect(releaseProblems(READY)).toEqual([]);
  });

  it.each([
    ['no repository', changed({ repository: undefined }), /repository/],
    ['a repository without https', changed({ repository: { url: 'git@github.com:a/b.git' } }), /repository/],
    ['a made-up repository', changed({ repository: { url: 'git+https://github.com/OWNER/NAME.git' } }), /repository/],
    ['no issue tracker', changed({ bugs: undefined }), /bugs/],
    ['a made-up homepage', changed({ homepage: 'https://example.com/kit' }), /homepage/],
    ['a private package', changed({ private: true }), /private/],
    ['no provenance', changed({ publishConfig: { access: 'public' } }), /publishConfig/],
    ['a version in between', changed({ version: '1.2.3-next.0' }), /not a version to publish/],
    ['an old version in the lock file', { ...READY, lock: { ...READY.lock, version: '1.2.2' } }, /package-lock/],
    ['a changelog without the version', { ...READY, changelog: '# Changelog\n\n## 1.2.30\n' }, /nothing on 1\.2\.3/],
    ['a version called unreleased', { ...READY, changelog: '## [1.2.3] - Unreleased\n' }, /unreleased/],
    ['changes that wait', { ...READY, pending: ['new.md'] }, /new\.md/],
    ['no hashes', { ...READY, files: (file: string) => !file.includes('integrity') }, /dist\/integrity\.json/],
    ['no bill of materials', { ...READY, files: (file: string) => !file.includes('sbom') }, /dist\/sbom\.cdx\.json/],
    ['no notices', { ...READY, files: (file: string) => !file.includes('notices') }, /third-party-notices/],
    ['no build', { ...READY, files: (file: string) => !file.startsWith('dist') }, /dist\/embed\.js.*npm run build/],
  ] as const)('stops %s, and says what to do', (_what, release, problem) => {
    const problems = releaseProblems(release);
    expect(problems.join('\n')).toMatch(problem);
  });

  it('runs before npm publishes', () => {
    const { scripts } = JSON.parse(readFileSync(join(REPO, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts.prepublishOnly).toBe('node scripts/release-check.mjs');
  });
});

describe('changesets', () => {
  it('make a version and its notes on this machine alone: no network, no remote', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fig-release-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const at = (file: string) => join(folder, file);
    const json = (file: string) => JSON.parse(readFileSync(at(file), 'utf8')) as { version: string };
    for (const file of ['package.json', 'package-lock.json', 'CHANGELOG.md', '.prettierrc.json']) {
      cpSync(join(REPO, file), at(file));
    }
    mkdirSync(at('.changeset'));
    mkdirSync(at('scripts'));
    cpSync(join(REPO, 'scripts/lock-version.mjs'), at('scripts/lock-version.mjs'));
    cpSync(join(REPO, '.changeset/config.json'), at('.changeset/config.json'));
    writeFileSync(at('.changeset/one.md'), "---\n'failed-intervention-guide': patch\n---\n\nMend what was broken.\n");
    const before = json('package.json').version;
    const run = (command: string, ...args: string[]) =>
      execFileSync(command, args, {
        cwd: folder,
        encoding: 'utf8',
        env: {
          ...process.env,
          GIT_CONFIG_GLOBAL: '/dev/null',
          HTTPS_PROXY: 'http://127.0.0.1:9',
          HTTP_PROXY: 'http://127.0.0.1:9',
        },
      });
    run('git', 'init', '--quiet', '--initial-branch', 'main');
    run('git', 'add', '.');
    run('git', '-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '-m', 'All');

    const changeset = join(REPO, 'node_modules/@changesets/cli/bin.js');
    expect(run(process.execPath, changeset, 'status')).toContain('failed-intervention-guide');
    run(process.execPath, changeset, 'version');
    run(process.execPath, 'scripts/lock-version.mjs');

    const [major, minor, patch] = before.split('.');
    const next = `${major}.${minor}.${Number(patch) + 1}`;
    expect(json('package.json').version).toBe(next);
    expect(json('package-lock.json').version).toBe(next);
    // The notes come first, with what was there before behind them.
    const lines = readFileSync(at('CHANGELOG.md'), 'utf8').split('\n').filter(Boolean);
    expect(lines.slice(0, 2)).toEqual(['# Changelog', `## ${next}`]);
    expect(lines[3]).toMatch(/Mend what was broken\.$/);
    expect(lines[4]).toMatch(/^## /);
  });
});

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly needs?: string;
  readonly steps: readonly Step[];
  readonly 'timeout-minutes'?: number;
}
interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

describe('the workflows', () => {
  const folder = join(REPO, '.github/workflows');
  const workflows = readdirSync(folder).map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return { file, text, workflow: parse(text) as Workflow };
  });
  const jobs = workflows.flatMap(({ file, workflow }) =>
    Object.entries(workflow.jobs).map(([name, job]) => ({ name: `${file}: ${name}`, job })),
  );

  it('are there', () => {
    expect(workflows.map(({ file }) => file)).toEqual(['ci.yml', 'release.yml']);
  });

  it('run scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(REPO, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = workflows.flatMap(({ text }) =>
      [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name),
    );
    expect(named).toContain('test:frameworks');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('may only read, but for the one job that publishes', () => {
    for (const { workflow } of workflows) expect(workflow.permissions).toEqual({ contents: 'read' });
    const more = jobs.filter(({ job }) => job.permissions);
    expect(more.map(({ name }) => name)).toEqual(['release.yml: release']);
    expect(more[0]?.job.permissions).toEqual({ contents: 'write', 'pull-requests': 'write', 'id-token': 'write' });
    expect(more[0]?.job.needs).toBe('test');
  });

  it('name an exact version of each action, and end by themselves', () => {
    const uses = jobs.flatMap(({ job }) => job.steps.flatMap(({ uses: action }) => action ?? []));
    expect(uses.length).toBeGreaterThan(4);
    // A tag can be moved, a commit can't.
    const byTag = uses.filter((action) => !/@[\da-f]{40}$/.test(action));
    expect(byTag).toEqual(['changesets/action@v1.5.3']);
    for (const { text, file } of workflows) {
      for (const [line] of text.matchAll(/@[\da-f]{40}.*$/gm)) expect(line, file).toMatch(/ # v\d+\.\d+\.\d+$/);
    }
    expect(jobs.filter(({ job }) => !job['timeout-minutes']).map(({ name }) => name)).toEqual([]);
  });

  it('hold no secret, and put nothing from a pull request into a command', () => {
    for (const { text, file } of workflows) {
      expect(text, file).not.toMatch(/pull_request_target|npm_[A-Za-z0-9]{20}|gh[pousr]_[A-Za-z0-9]{20}/);
      const secrets = [...text.matchAll(/secrets\.(\w+)/g)].map(([, name]) => name);
      expect(secrets, file).toEqual(file === 'release.yml' ? ['GITHUB_TOKEN', 'NPM_TOKEN'] : []);
    }
    const commands = jobs.flatMap(({ job }) => job.steps.flatMap(({ run }) => run ?? []));
    expect(commands.filter((command) => command.includes('${{'))).toEqual([]);
  });

  it('test the oldest Node that package.json allows', () => {
    const { engines } = JSON.parse(readFileSync(join(REPO, 'package.json'), 'utf8')) as { engines: { node: string } };
    const ci = workflows.find(({ file }) => file === 'ci.yml');
    const oldest = Number(/\d+/.exec(engines.node)?.[0]);
    expect(Math.min(...[...(/node: \[([^\]]+)\]/.exec(ci?.text ?? '')?.[1] ?? '').matchAll(/\d+/g)].map(Number))).toBe(
      oldest,
    );
  });
});
