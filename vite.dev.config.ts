import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import build from './vite.config.js';

/** `npm run dev`: the demo pages with the kit straight from `src` and `content`; saving a Markdown file reloads them. */
export default defineConfig({
  plugins: [build.plugins, kitFromSource()],
  oxc: build.oxc,
  root: 'dist-demo',
  server: { fs: { allow: ['..'] }, port: 4174 },
});

function kitFromSource(): Plugin {
  const embed = fileURLToPath(new URL('src/embed.ts', import.meta.url));
  return {
    name: 'kit-from-source',
    resolveId: (id) => (id === '/kit/embed.js' ? embed : undefined),
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.url === '/kit/embed.js') request.url = `/@fs${embed}`;
        next();
      });
    },
    // The pages forbid every connection; live reload needs one.
    transformIndexHtml: (html) => html.replace(/<meta[^>]+Content-Security-Policy[^>]*>/is, ''),
  };
}
