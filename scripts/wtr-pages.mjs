// Serves the hostile pages of test/pages to the browser tests, at /pages/, with the built kit and with the faults that
// the pages are about. A second server is another origin. See test/pages/README.md.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { basename, extname, join, normalize } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const TYPES = { '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json' };
const BUNDLE = 'dist/content/en.json';
const NONCE = 'bm9uY2U';
const STRICT = "default-src 'none'; require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'";

/** What a page is served with, beside its file. */
const HEADERS = {
  'csp.html': { 'content-security-policy': `${STRICT}; script-src 'self'; style-src 'self'` },
  'csp-nonce.html': {
    'content-security-policy': `${STRICT}; script-src 'nonce-${NONCE}'; style-src 'nonce-${NONCE}'`,
  },
};

/** What stands in a page for the other origin, and for the nonce of its policy. */
const fill = (text) => text.replaceAll('{{other}}', other.url).replaceAll('{{nonce}}', NONCE);

/** Content from a bad address, by its name. Each gives an answer, or makes one of its own. */
const FAULTS = {
  fine: () => bundle(),
  404: () => ({ status: 404, type: 'text/html', body: '<!doctype html><h1>Not found</h1>' }),
  500: () => ({ status: 500, type: 'text/plain', body: 'Internal error' }),
  slow: async () => (await wait(1500), bundle()),
  never: () => wait(20_000, undefined, { ref: false }),
  html: () => ({ type: 'text/html', body: '<!doctype html><title>Log in</title><p>Please log in.' }),
  empty: () => ({ type: 'application/json', body: '' }),
  picture: async () => ({ type: 'image/png', body: Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]) }),
  'other-type': async () => ({ ...(await bundle()), type: 'text/plain' }),
  cut: async () => ({ ...(await bundle()), isCut: true }),
  half: async () => ({ type: 'application/json', body: (await bundle()).body.subarray(0, 5000) }),
  moved: () => ({ status: 302, headers: { location: '/pages/fault/fine' }, body: '' }),
  'moved-away': () => ({ status: 302, headers: { location: `${other.url}bundle.json` }, body: '' }),
  'moved-around': () => ({ status: 302, headers: { location: '/pages/fault/moved-around' }, body: '' }),
};
const bundle = async () => ({ type: 'application/json', body: await readFile(BUNDLE) });

const lateSince = new Map();
const DROPPED = Symbol('dropped');

/** The kit with something wrong with it, by the name in `/pages/kit-as/NAME/`; what follows a `:` is handed over. */
const KITS = {
  /** As if by an ad filter: files whose names begin like that are refused. */
  without: (file, names) => (names.split(',').some((name) => basename(file).startsWith(name)) ? undefined : file),
  /** As on a line that drops: they do not come for some time, and then they do. What follows `+` keeps tests apart. */
  late: (file, given) => {
    const [name, test] = given.split('+');
    if (!basename(file).startsWith(name)) return file;
    const since = lateSince.get(test) ?? Date.now();
    lateSince.set(test, since);
    return Date.now() - since < 1500 ? DROPPED : file;
  },
  slow: async (file) => (await wait(file.includes('chunks') ? 300 : 0), file),
  /** Another version: it knows another state, and hands down other things. */
  other: (file) => file,
};
const otherVersion = (code) => code.replaceAll(/(failed-intervention-guide\/\w+\/)\d+/g, '$199');

/** Another origin, which allows nobody to read what it has. */
const other = { url: '' };
async function startOther() {
  const server = createServer(async (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(await readFile(BUNDLE));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  server.unref();
  other.url = `http://127.0.0.1:${server.address().port}/`;
}

/** Middleware for the server of the tests. It comes before all else there, so nothing is put into the pages. */
export function hostPages() {
  let started;
  return async (context, next) => {
    const path = decodeURIComponent(context.path);
    if (!path.startsWith('/pages/')) return next();
    await (started ??= startOther());
    context.set('cache-control', 'no-store');
    context.set('access-control-allow-origin', '*'); // pages in a sandbox have no origin
    const answer = await find(normalize(path.slice('/pages/'.length)));
    context.status = answer?.status ?? (answer ? 200 : 404);
    context.set(answer?.headers ?? {});
    context.type = answer?.type ?? 'text/plain';
    if (answer?.isDropped) {
      context.respond = false;
      context.res.socket.destroy();
      return undefined;
    }
    if (answer?.isCut) {
      context.respond = false;
      context.res.writeHead(200, { 'content-type': answer.type, 'content-length': answer.body.length });
      context.res.write(answer.body.subarray(0, 5000), () => context.res.socket.destroy());
      return undefined;
    }
    context.body = answer?.body ?? 'Not found';
    return undefined;
  };
}

async function find(path) {
  const [folder, ...rest] = path.split('/');
  if (path.startsWith('..')) return undefined;
  if (folder === 'fault') return FAULTS[rest.join('/')]?.();
  if (folder === 'kit') return send(join('dist', ...rest));
  if (folder === 'kit-as') {
    const [name, given] = rest[0].split(':');
    const file = await KITS[name](join('dist', ...rest.slice(1)), given);
    if (file === DROPPED) return { isDropped: true };
    if (!file) return { status: 403, body: 'Refused' };
    return send(file, name === 'other' ? otherVersion : undefined);
  }
  return send(join('test/pages', path), fill, HEADERS[path]);
}

async function send(file, change = (text) => text, headers = {}) {
  const type = TYPES[extname(file)];
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined || !type ? undefined : { type: `${type}; charset=utf-8`, headers, body: change(text) };
}
