import { defineConfig, type Plugin } from 'vite';
import { failedInterventionContent } from './src/content/compile/vite-plugin.js';
import { shorterCss } from './src/styles/shorter-css.js';
import { tokenStyles, tokenText } from './src/styles/token-styles.js';
import type { TokenName } from './src/styles/tokens.js';

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

/** Settles tokens in `css` literals, and takes out comments and what else CSS can do without; no bundler looks there. */
function shorterStyles(): Plugin {
  return {
    name: 'shorter-styles',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /\.styles\.ts$/ },
      handler: (code) =>
        code
          .replaceAll('${unsafeCSS(tokenStyles)}', tokenStyles)
          .replaceAll(/\$\{unsafeCSS\(tokenText\('([\w-]+)'\)\)\}/g, (_whole, name: string) =>
            tokenText(name as TokenName),
          )
          .replaceAll(/css`([^`]*)`/g, (_whole, css: string) => `css\`${shorterCss(css)}\``),
    },
  };
}
