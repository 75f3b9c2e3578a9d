import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { notices, packagesIn } from './scripts/licenses.mjs';
import { withShorterTemplates } from './scripts/shorter-templates.mjs';
import { failedInterventionContent } from './src/content/compile/vite-plugin.js';
import { shorterCss } from './src/styles/shorter-css.js';
import { tokenStyles, tokenText } from './src/styles/token-styles.js';
import type { TokenName } from './src/styles/tokens.js';

/** Review dates are for `npm run check:content`; see scripts/build-content.mjs. */
export const BEFORE_ALL_REVIEWS = '2000-01-01';

/** What nearly every widget needs at once. */
const SHARED_BY_WIDGETS =
  /\/lit(?:-html)?\/(?:node\/|development\/)?directives\/repeat\.js$|\/(?:session\/transition|elements\/shared\/common|guidance\/board|handoff\/lines|styles\/rows\.styles)\.ts$/;
/** What lists of rows are made of, in the planner, the self-care card, the check-in and looking back. */
const SHARED_BY_LISTS =
  /\/(?:session\/(?:rows|rounds)|elements\/shared\/(?:list-editor|idea-list|file-button|yes-no)|handoff\/(?:download|plan-file))\.ts$/;

/** The browser build: `dist/embed.js`, and a chunk for each widget and each part of the words. */
export default defineConfig({
  plugins: [
    failedInterventionContent({
      folders: { '#content/en': 'content/en', '#content/es': 'content/es' },
      today: BEFORE_ALL_REVIEWS,
    }),
    shorterStyles(),
    shorterTemplates(),
    plainImports(),
    thirdParty(),
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
      // Old libraries (MooTools 1.3) put a class of their own in the place of the browser's.
      transform: { inject: { Event: [fileURLToPath(new URL('src/real-event.ts', import.meta.url)), 'RealEvent'] } },
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        // Words are named by language and part: words-en-plan.
        chunkFileNames: ({ facadeModuleId }) => {
          const words = /fig-content:_content\/([\w-]+)\/(\w+)$/.exec(facadeModuleId ?? '');
          return words ? `chunks/words-${words[1]}-${words[2]}-[hash].js` : 'chunks/[name]-[hash].js';
        },
        // Small pieces that are needed together come in one file: on a slow line each request costs more than they do.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: 'common', test: SHARED_BY_WIDGETS },
            { name: 'rows', test: SHARED_BY_LISTS },
            { name: 'wins', test: /\/(?:elements\/shared\/wins|handoff\/wins-sheet)\.ts$/ },
          ],
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

/** See scripts/shorter-templates.mjs. */
function shorterTemplates(): Plugin {
  return {
    name: 'shorter-templates',
    enforce: 'pre',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/.*\.ts$/, code: 'html`' },
      handler: withShorterTemplates,
    },
  };
}

/** A dynamic import as it is: Vite's helper preloads style sheets and chunks, and the kit has none to preload. */
function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    apply: 'build',
    load: {
      filter: { id: /^\0vite\/preload-helper\.js$/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}

/** The licenses of what is really in the build, in a file of their own: no comment is left in the code. */
function thirdParty(): Plugin {
  return {
    name: 'third-party-notices',
    apply: 'build',
    generateBundle(_options, bundle) {
      if (!('embed.js' in bundle)) return; // Storybook, which uses these plugins too
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      this.emitFile({
        type: 'asset',
        fileName: 'third-party-notices.txt',
        source: notices(packagesIn(modules)),
      });
    },
  };
}
