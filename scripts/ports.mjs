// Ports of servers that other programs start, and whether they answer.
import { createServer } from 'node:net';
import { until } from './until.mjs';

/** A port that nobody uses: the wanted one, or any. */
export async function freePort(wanted = 0) {
  const server = createServer();
  await new Promise((done, failed) => {
    server.once('error', () =>
      failed(new Error(`Port ${wanted} is taken; choose another one, such as -- --port ${wanted + 1}`)),
    );
    server.listen(wanted, '127.0.0.1', done);
  });
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

/** Waits until something answers there, whatever it says. */
export const untilAnswers = (url) => until(() => fetch(url), `an answer of ${url}`);
