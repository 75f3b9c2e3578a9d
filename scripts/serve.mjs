// Serves the demo pages as a center's site would: dist-demo/ at /, the built kit at /kit/. No caching, so that a new
// build shows at once.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

/** Each path prefix with the folder behind it; the longest prefix wins. */
export const FOLDERS = { '/kit/': 'dist', '/prerendered/': 'dist/examples/prerendered', '/': 'dist-demo' };

/**
 * Starts a server on 127.0.0.1. Port 0 takes any free one.
 * @param cache What browsers are told to keep; pages that may not be stored are made anew on the way back.
 * @param onAsked Hears every path that is asked for, with what follows `?`.
 */
export async function serve({ port = 0, folders = FOLDERS, cache = 'no-store', onAsked } = {}) {
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  const server = createServer(async (request, response) => {
    onAsked?.(request.url ?? '/');
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const prefix = prefixes.find((start) => path.startsWith(start)) ?? '/';
    const root = folders[prefix];
    const file = normalize(join(root, path.slice(prefix.length) || 'index.html'));
    const facts = file.startsWith(normalize(root) + sep) ? await stat(file).catch(() => undefined) : undefined;
    if (!facts?.isFile()) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'cache-control': cache,
      'x-content-type-options': 'nosniff',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((done, fail) => server.once('error', fail).listen(port, '127.0.0.1', done));
  const { port: taken } = server.address();
  return { url: `http://127.0.0.1:${taken}/`, close: () => new Promise((done) => server.close(done)) };
}
