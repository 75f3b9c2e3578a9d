// Serves files as brotli, each compressed once, with nothing kept by the browser.
import { createServer } from 'node:http';
import { brotliCompressSync, constants } from 'node:zlib';

const TYPES = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

export const brotli = (text) =>
  brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
    },
  });

/** `find` gives the text behind a path, or nothing. */
export async function serveBrotli(find) {
  const known = new Map();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    if (!known.has(path)) {
      const text = find(path);
      known.set(path, text === undefined ? undefined : brotli(text));
    }
    const body = known.get(path);
    if (!body) {
      response.writeHead(path === '/favicon.ico' ? 204 : 404, { 'cache-control': 'no-store' }).end();
      return;
    }
    response
      .writeHead(200, {
        'content-type': TYPES[path.split('.').at(-1)] ?? TYPES.html,
        'content-encoding': 'br',
        'content-length': body.length,
        'cache-control': 'no-store',
      })
      .end(body);
  });
  await new Promise((done, fail) => server.once('error', fail).listen(0, '127.0.0.1', done));
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
