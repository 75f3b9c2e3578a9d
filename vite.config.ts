import { defineConfig, type Plugin } from 'vite';
import { failedInterventionContent } from './src/content/compile/vite-plugin.js';

/** Review dates are for `npm run check:content`; see scripts/build-content.mjs. */
export const BEFORE_ALL_REVIEWS = '2000-01-01';

/** The browser build: `dist/embed.js`, and a chunk for each widget and each part of the words. */
export default defineConfig({
  plugins: [
    failedInterventionContent({
      folders: { '#content/en': 'content/en', '#content/es': 'content/es' },
      today: BEFORE_ALL_REVIEWS,
    }),
    shorterStyles(),
  ],
  oxc: {
    decorator: { legacy: true },
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    minify: true,
    sourcemap: false,
    rolldownOptions: {
      input: { embed: 'src/embed.ts' },
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        // Words are named by language and part: words-en-plan.
        chunkFileNames: ({ facadeModuleId }) => {
          const words = /fig-content:_content\/([\w-]+)\/(\w+)$/.exec(facadeModuleId ?? '');
          return words ? `chunks/words-${words[1]}-${words[2]}-[hash].js` : 'chunks/[name]-[hash].js';
        },
      },
    },
  },
});

/** Takes comments and runs of white space out of `css` literals; no bundler looks into them. */
function shorterStyles(): Plugin {
  return {
    name: 'shorter-styles',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /\.styles\.ts$/ },
      handler: (code) =>
        code.replaceAll(/css`([^`]*)`/g, (_whole, css: string) => {
          const short = css
            .replaceAll(/\/\*.*?\*\//gs, '')
            .replaceAll(/\s+/g, ' ')
            .replaceAll(/ ?([{};]) ?/g, '$1');
          return `css\`${short.trim()}\``;
        }),
    },
  };
}
