// `npm start`: builds the kit and opens the demo pages that use the build.
import { spawn } from 'node:child_process';
import { build } from './build.mjs';
import { serve } from './serve.mjs';

const PORT = Number(process.env.PORT ?? 4173);

try {
  await build();
  const { url } = await serve({ port: PORT }).catch((error) => {
    if (error.code !== 'EADDRINUSE') throw error;
    console.log(`Port ${PORT} is taken; another one is used.`);
    return serve();
  });
  console.log(`\nThe demo is at ${url}  (Ctrl+C ends it)`);
  if (process.stdout.isTTY && !process.env.CI) open(url);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** Opens the visitor's own browser; where there is none, the printed address has to do. */
function open(url) {
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start'] }[process.platform] ?? ['xdg-open'];
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
