// `npm run test:frameworks`: packs the kit, and builds and drives the example apps with it, each in a folder of its own
// outside the repository. With --only NAME[,NAME] runs some.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './checks.mjs';
import { APPS, packKit, staleInLock } from './frameworks/pack-kit.mjs';
import { openSite } from './page-helpers.mjs';
import { freePort, untilAnswers } from './ports.mjs';
import { serve } from './serve.mjs';

const { createSnippet, ELEMENTS, SNIPPET_LEAD_WAYS } = await import('../dist/esm/snippet/snippet.js');

const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1].split(',') : undefined;
const work = mkdtempSync(join(tmpdir(), 'fig-apps-'));
const ENV = {
  ...process.env,
  NODE_ENV: undefined,
  ASTRO_TELEMETRY_DISABLED: '1',
  NG_CLI_ANALYTICS: 'false',
  CI: '1',
};

const PROGRESS = 'In the guide: care, step';
const NOT_STARTED = 'Not started yet.';

/** What is wrong in a file of each app that must not compile, and what the message must name. */
const WRONG = {
  react: {
    file: 'src/wrong.tsx',
    text: `import { FailedInterventionGuide } from 'failed-intervention-guide/react';
import 'failed-intervention-guide/jsx/react';
export const wrapper = <FailedInterventionGuide theme="neon" />;
export const tag = <family-self-care-card regionn="US" />;
`,
    named: ['neon', 'regionn'],
  },
  vue: {
    file: 'src/Wrong.vue',
    text: `<script setup lang="ts">
import 'failed-intervention-guide/vue';
</script>
<template><failed-intervention-guide theme="neon" @fig-progress="(event) => event.detail.nothing" /></template>
`,
    named: ['neon', 'nothing'],
  },
  svelte: {
    file: 'src/Wrong.svelte',
    text: `<script lang="ts">
  import 'failed-intervention-guide/svelte';
</script>
<failed-intervention-guide theme="neon" onfig-progress={(event) => event.detail.nothing}></failed-intervention-guide>
`,
    named: ['neon', 'nothing'],
  },
  angular: {
    file: 'src/app/wrong.ts',
    text: `import { Component } from '@angular/core';
import { GuideTag } from './guide-tag';
@Component({
  selector: 'app-wrong',
  imports: [GuideTag],
  template: '<failed-intervention-guide theme="neon" [regionn]="1" />',
})
export class Wrong {}
`,
    named: ['neon', 'regionn'],
  },
  astro: {
    file: 'src/pages/wrong.astro',
    text: '<failed-intervention-guide theme="neon" regionn="US"></failed-intervention-guide>\n',
    named: ['neon', 'regionn'],
  },
};

/** Apps that the snippet builder makes code for: its name of the target. */
const SNIPPETS = { react: 'react', vue: 'vue' };

/** How each built app is served. */
const SERVED = {
  react: () => files('react', 'dist'),
  vue: () => files('vue', 'dist'),
  svelte: () => files('svelte', 'dist'),
  angular: () => files('angular', 'dist/browser'),
  astro: () => program('astro', 'dist/server/entry.mjs'),
};

const total = { passed: 0, failed: 0 };
const failures = [];
const started = performance.now();
const { visit, close } = await openSite({ folders: { '/': 'dist-demo' } });
try {
  packKit(work);
  for (const [name, folder] of Object.entries(APPS)) {
    if (only && !only.includes(name)) continue;
    console.log(`\n── ${name} ${'─'.repeat(50 - name.length)}`);
    const start = performance.now();
    const { passed, failed, problem } = await runChecks(checksOf(name, folder));
    total.passed += passed;
    total.failed += failed;
    if (failed) failures.push(`${name}: ${problem}`);
    console.log(`${name}: ${passed} passed, ${failed} failed (${seconds(start)} s)`);
    rmSync(join(work, name), { recursive: true, force: true }); // one app's packages at a time
  }
} finally {
  await close();
  rmSync(work, { recursive: true, force: true });
}
if (failures.length) console.error(`\nFailed:\n${failures.join('\n')}`);
console.log(`\n${seconds(started)} s`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed || !total.passed ? 1 : 0;

// ---------------------------------------------------------------- what is checked

function checksOf(name, folder) {
  const home = join(work, name);
  const npmRun = (...args) => run(process.env.npm_execpath ?? 'npm', args, home);
  const built = name === 'react' || name === 'react-18' ? hydrationChecks(home) : {};
  return {
    'its lockfile knows what the kit depends on': () => assert.deepEqual(staleInLock(folder), []),
    'installs, with the packed kit': async () => {
      cpSync(folder, home, { recursive: true, filter: (path) => !/node_modules|[/\\]dist$/.test(path) });
      await npmRun('ci', '--ignore-scripts', '--no-audit', '--no-fund');
    },
    'its types are right': () => npmRun('run', 'types'),
    ...(WRONG[name] ? appChecks(name, home, npmRun) : {}),
    ...built,
  };
}

function appChecks(name, home, npmRun) {
  const opened = async (check) => {
    const site = await SERVED[name]();
    const { page, context, trouble, requests } = await visit(site.url);
    try {
      await check(page, { site, requests });
      assert.deepEqual(trouble, [], 'the console');
      assert.deepEqual(
        requests.filter((url) => !url.startsWith(site.url) && !/^(?:data|blob):/.test(url)),
        [],
        'requests to others',
      );
    } finally {
      await context.close();
      await site.close();
    }
  };
  const checks = {
    'what is wrong in a tag does not compile': async () => {
      const { file, text, named } = WRONG[name];
      writeFileSync(join(home, file), text);
      try {
        const output = await npmRun('run', 'types').then(
          () => assert.fail('it compiled'),
          (error) => error.message,
        );
        for (const word of named) assert.ok(output.includes(word), `nothing is said of "${word}":\n${output}`);
      } finally {
        rmSync(join(home, file));
      }
    },
    ...(name in SNIPPETS
      ? { 'snippets for it compile, whatever is chosen': () => compileSnippets(name, home, npmRun) }
      : {}),
    builds: () => npmRun('run', 'build'),
    'a property goes in: another region brings its lines': () =>
      opened(async (page) => {
        const line = (number) => page.getByRole('link', { name: number }).first();
        await line('Call 911').waitFor();
        await page.getByLabel('Crisis lines for').selectOption('UK');
        await line('Call 999').waitFor();
        assert.equal(await page.getByRole('link', { name: 'Call 911' }).count(), 0);
      }),
    'an event comes out, and the page comes back after another one': () =>
      opened(async (page) => {
        await page.getByRole('heading', { name: 'After an intervention' }).waitFor();
        await page.getByText(NOT_STARTED).waitFor();
        await page.getByRole('navigation', { name: 'guide' }).getByRole('button', { name: 'yourself' }).click();
        await page.getByRole('status').getByText(PROGRESS).first().waitFor();
        await goTo(page, 'Look after yourself');
        await page.getByRole('heading', { level: 1, name: 'Look after yourself' }).waitFor();
        await page.locator('family-self-care-card').getByRole('heading', { level: 2 }).first().waitFor();
        assert.equal(await page.locator('failed-intervention-guide').count(), 0);
        await goTo(page, 'For families');
        await page.getByText(NOT_STARTED).waitFor();
        await page.getByRole('navigation', { name: 'guide' }).getByRole('button', { name: 'yourself' }).click();
        await page.getByRole('status').getByText(PROGRESS).first().waitFor();
      }),
  };
  if (['react', 'vue', 'angular'].includes(name)) {
    checks['words of the center go in as data, and out again'] = () =>
      opened(async (page) => {
        const title = page.getByRole('heading', { name: 'After a hard talk' });
        await page.getByRole('checkbox', { name: 'Our own words' }).check();
        await title.waitFor();
        await page.getByRole('checkbox', { name: 'Our own words' }).uncheck();
        await title.waitFor({ state: 'detached' });
      });
  }
  if (name !== 'astro') {
    checks['a method can be called through a ref'] = () =>
      opened(async (page) => {
        await page.getByRole('heading', { name: 'After an intervention' }).waitFor();
        await page.getByRole('button', { name: 'Skip to self-care' }).click();
        await page.locator('family-self-care-card').getByRole('heading').first().waitFor();
      });
  }
  if (['react', 'vue'].includes(name)) {
    checks['a lead goes to the page, and the visitor is told that it was passed on'] = () =>
      opened(async (page) => {
        await page.getByRole('navigation', { name: 'guide' }).getByRole('button', { name: 'Your summary' }).click();
        await page.getByRole('button', { name: 'Ask to be contacted' }).click();
        await page.getByRole('radio', { name: 'An email' }).check();
        await page.getByRole('textbox', { name: 'Your email' }).fill('ana@example.org');
        for (const box of await page.getByRole('group', { name: 'What you say yes to' }).getByRole('checkbox').all()) {
          await box.check();
        }
        await page
          .getByRole('button', { name: /^(?:Pass|Send|Ask|Give)/ })
          .last()
          .click();
        await page.getByRole('status').getByText('Somebody asked to be reached by email.').waitFor();
      });
  }
  if (name === 'astro') {
    checks['the server prints tags, attributes and words, also for a region that was asked for'] = () =>
      opened(async (_page, { site }) => {
        const html = await (await fetch(`${site.url}?region=UK`)).text();
        const [, tag] = /<failed-intervention-guide([^>]*)>/.exec(html) ?? [];
        for (const attribute of ['region="UK"', 'heading-level="2"']) assert.ok(tag?.includes(attribute), tag);
        assert.match(html, /In danger now\?/);
      });
    checks['without JavaScript the words are there'] = async () => {
      const site = await SERVED[name]();
      const { page, context } = await visit(site.url, { javaScriptEnabled: false });
      assert.ok(await page.getByRole('link', { name: 'Call 911' }).isVisible());
      await context.close();
      await site.close();
    };
  }
  return checks;
}

/** Puts the snippet for each way to the center into the app, as somebody who copies it would, and checks its types. */
async function compileSnippets(name, home, npmRun) {
  const target = SNIPPETS[name];
  const written = SNIPPET_LEAD_WAYS.flatMap((way) => {
    const folder = join(home, 'src', `snippet-${way}`);
    mkdirSync(folder);
    const options = {
      elements: Object.keys(ELEMENTS),
      attributes: {
        region: 'US',
        locale: 'es',
        theme: 'dark',
        'heading-level': '3',
        'sponsor-name': `"A" {b} </c> 'd'`,
      },
      tokens: { '--fig-accent': 'teal' },
      lead: { way, form: '#contact' },
      fallback: 'In danger now? Call 911. {{ x }} </p>',
    };
    const parts = createSnippet(options, target).parts.filter(({ title }) => /^[\w-]+\.(?:tsx|vue|css)$/.test(title));
    assert.ok(parts.some(({ title }) => /\.(?:tsx|vue)$/.test(title)));
    for (const { title, code } of parts) writeFileSync(join(folder, title), code);
    return folder;
  });
  try {
    await npmRun('run', 'types');
  } finally {
    for (const folder of written) rmSync(folder, { recursive: true });
  }
}

/** React on a server, and in the browser after it. */
function hydrationChecks(home) {
  const folder = join(home, 'hydration');
  const opened = async (options, check) => {
    const site = await serve({ folders: { '/': join(folder, 'dist') } });
    const { page, context, trouble } = await visit(site.url, options);
    try {
      await check(page, site);
      assert.deepEqual(trouble, [], 'the console');
    } finally {
      await context.close();
      await site.close();
    }
  };
  return {
    'React on a server prints tags, attributes and words, and registers nothing': async () => {
      cpSync('scripts/frameworks/hydration', folder, { recursive: true });
      await run(process.execPath, [join(home, 'node_modules/vite/bin/vite.js'), 'build', folder], home);
      await run(process.execPath, ['render.mjs'], folder);
      const html = readFileSync(join(folder, 'dist/index.html'), 'utf8');
      const [, tag] = /<failed-intervention-guide([^>]*)>/.exec(html) ?? [];
      const printed = ['class="guide"', 'id="g"', 'region="UK"', 'theme="dark"', 'heading-level="3"'];
      for (const attribute of [...printed, 'sponsor-name="Cedar Hollow"']) assert.ok(tag?.includes(attribute), tag);
      assert.ok(!tag.includes('content'), tag);
      assert.match(html, /In danger now\? Call 999\./);
    },
    'what the server sent can be read without JavaScript': () =>
      opened({ javaScriptEnabled: false }, async (page) => {
        assert.ok(await page.getByText('In danger now? Call 999.').isVisible());
      }),
    'React takes the page over: own words, every event, the class in the ref, no warning': () =>
      opened({}, async (page) => {
        await page.getByRole('heading', { level: 3, name: 'After a hard talk' }).waitFor();
        await page.getByText('ready 1, step 0, class true').waitFor();
        await page.getByRole('link', { name: 'Call 999' }).first().waitFor();
        await page.getByRole('button', { name: 'Lines for the US' }).click();
        await page.getByRole('link', { name: 'Call 911' }).first().waitFor();
        const scheme = () =>
          page.evaluate(() => {
            const guide = document.querySelector('failed-intervention-guide');
            return globalThis.getComputedStyle(guide.shadowRoot.querySelector('[part~="base"]')).colorScheme;
          });
        assert.equal(await scheme(), 'dark');
        await page.getByRole('button', { name: 'No theme' }).click();
        await page.waitForFunction(() => !document.querySelector('failed-intervention-guide').theme);
        await page.evaluate(() => document.querySelector('failed-intervention-guide').updateComplete);
        assert.notEqual(await scheme(), 'dark');
        await page.getByRole('button', { name: 'Take it out' }).click();
        await page.locator('failed-intervention-guide').waitFor({ state: 'detached' });
        await page.getByRole('button', { name: 'Put it back' }).click();
        await page.getByRole('heading', { level: 3, name: 'After a hard talk' }).waitFor();
        await page.getByText('ready 2,').waitFor();
      }),
  };
}

// ---------------------------------------------------------------- helpers

function seconds(start) {
  return Math.round((performance.now() - start) / 1000);
}

function goTo(page, name) {
  return page.getByRole('navigation', { name: 'Pages' }).getByText(name).click();
}

function files(name, folder) {
  return serve({ folders: { '/': join(work, name, folder) } });
}

/** Starts a server that an app brings. */
async function program(name, file) {
  const port = await freePort();
  const child = spawn(process.execPath, [file], {
    cwd: join(work, name),
    env: { ...ENV, HOST: '127.0.0.1', PORT: String(port) },
    stdio: 'ignore',
  });
  const url = `http://127.0.0.1:${port}/`;
  const close = () =>
    new Promise((done) => {
      child.once('exit', done);
      child.kill();
    });
  try {
    await untilAnswers(url);
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Runs a command and gives what it printed; fails with it. */
function run(command, args, cwd) {
  const isScript = /\.[cm]?js$/.test(command);
  const child = spawn(isScript ? process.execPath : command, isScript ? [command, ...args] : args, { cwd, env: ENV });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => {
      if (code === 0) done(output);
      else fail(new Error(`${command} ${args.join(' ')} failed:\n${output.slice(-6000)}`));
    });
  });
}
