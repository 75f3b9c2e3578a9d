// `npm run demo:wordpress` as someone starts it: without a network, until they press Ctrl+C.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { guideWorks, visitPage } from './site-steps.mjs';

const START = ['scripts/demo-wordpress.mjs', '--wordpress', '6.5', '--php', '7.4', '--port'];

/** Starts the demo, which may talk to this machine alone. */
function start(port, folder) {
  const child = spawn(process.execPath, [...START, String(port)], {
    env: {
      ...process.env,
      TMPDIR: folder,
      FIG_ASKED: join(folder, 'asked'),
      NODE_OPTIONS: `--import ${pathToFileURL('scripts/wordpress/loopback-only.mjs')}`,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const ended = new Promise((done) => child.on('exit', (code) => done(code)));
  const says = (words) =>
    new Promise((done, failed) => {
      const look = () => output.includes(words) && done(output);
      child.stdout.on('data', look);
      ended.then(() => failed(new Error(`It ended before it said "${words}":\n${output}`)));
    });
  return { child, ended, says, output: () => output };
}

export function demoChecks({ browser }) {
  return {
    'the demo starts without a network, shows the guide, and Ctrl+C leaves nothing behind': async () => {
      const folder = mkdtempSync(join(tmpdir(), 'fig-demo-'));
      const port = await takePort().then(({ port, free }) => free().then(() => port));
      const demo = start(port, folder);
      try {
        const output = await demo.says('Ctrl+C ends it');
        const url = /The guide, by block\s+(\S+)/.exec(output)[1];
        assert.ok(url.startsWith(`http://127.0.0.1:${port}/`), url);
        for (const words of ['WordPress 6.5', 'PHP 7.4', '/wp-admin/', 'admin, editor, author, contributor']) {
          assert.ok(output.includes(words), output);
        }
        const { page, context, trouble } = await visitPage(browser, url);
        await guideWorks(page);
        assert.deepEqual(trouble, []);
        await context.close();
        const asked = join(folder, 'asked');
        assert.equal(existsSync(asked) ? readFileSync(asked, 'utf8') : '', '', 'nobody else was asked');
      } finally {
        demo.child.kill('SIGINT');
      }
      assert.equal(await demo.ended, 130);
      await assert.rejects(fetch(`http://127.0.0.1:${port}/`), 'nothing answers any more');
      assert.deepEqual(
        readdirSync(folder).filter((name) => name.startsWith('fig-wordpress-')),
        [],
      );
      rmSync(folder, { recursive: true, force: true });
    },
    'a port that is taken, and one there cannot be, are said in one line': async () => {
      const folder = mkdtempSync(join(tmpdir(), 'fig-demo-'));
      const { port, free } = await takePort();
      const taken = start(port, folder);
      assert.equal(await taken.ended, 1);
      assert.match(taken.output(), /Port \d+ is taken; choose another one/);
      assert.doesNotMatch(taken.output(), /\n\s+at /);
      await free();
      const wrong = start('0', folder);
      assert.equal(await wrong.ended, 1);
      assert.match(wrong.output(), /--port is a number/);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A port that is in use until it is freed. */
async function takePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { port: server.address().port, free: () => new Promise((done) => server.close(done)) };
}
