import litPlugin from 'eslint-plugin-lit';
import litA11yPlugin from 'eslint-plugin-lit-a11y';
import wcPlugin from 'eslint-plugin-wc';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const names = (list) => Object.fromEntries(list.split(' ').map((name) => [name, 'readonly']));
const SHARED = names(
  'AbortSignal URL URLSearchParams console fetch performance setTimeout clearTimeout queueMicrotask structuredClone',
);
const NODE = { ...SHARED, ...names('Buffer process') };
const BROWSER = {
  ...SHARED,
  ...names('document window location history navigator customElements CustomEvent Element FormData HTMLElement'),
  ...names('DOMException MutationObserver Storage innerHeight innerWidth localStorage requestAnimationFrame scrollY'),
  ...names('sessionStorage CSS CSSStyleSheet HTMLSelectElement Option addEventListener getComputedStyle getSelection'),
  ...names('ClipboardEvent DataTransfer Node NodeFilter'),
  ...names('MessageChannel PerformanceObserver requestIdleCallback'),
};

const on = (list) => Object.fromEntries(list.split(' ').map((rule) => [rule, 'error']));

export default defineConfig(
  globalIgnores([
    'dist/',
    'dist-storybook/',
    'dist-wordpress/',
    'wordpress/site/.wordpress/',
    'coverage/',
    'bench/.cache/',
    'node_modules/',
    'custom-elements.json',
  ]),
  // Apps with packages and settings of their own; their types are checked by `npm run test:frameworks`.
  globalIgnores(['examples/{angular,astro,react,svelte,vue}/', 'scripts/frameworks/{hydration,react-18}/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    rules: {
      ...on(
        'consistent-return eqeqeq no-constant-condition no-control-regex no-debugger no-dupe-else-if no-dupe-keys no-empty',
      ),
      ...on('no-empty-character-class no-fallthrough no-irregular-whitespace no-misleading-character-class'),
      ...on('no-self-assign no-unreachable no-unsafe-finally no-unsafe-optional-chaining no-useless-backreference'),
      ...on('no-useless-catch no-useless-escape object-shorthand prefer-const prefer-template use-isnan'),
      curly: ['error', 'multi-line'],
      'no-console': ['error', { allow: ['warn'] }],
    },
  },

  // What is published, and its tests.
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // `() => this.close()` reads better in one line, and `void` says what is meant elsewhere.
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // `Record<never, never>` is how a dictionary without further entries is written.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // Walking up the tree begins with the element itself.
      '@typescript-eslint/no-this-alias': ['error', { allowedNames: ['node'] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // It asks for `!`, which no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      // An attribute that is there and empty counts as left out.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['src/**/*.ts', 'test/browser/**/*.ts'],
    extends: [
      litPlugin.configs['flat/recommended'],
      wcPlugin.configs['flat/best-practice'],
      { plugins: { 'lit-a11y': litA11yPlugin }, rules: litA11yPlugin.configs.recommended.rules },
    ],
  },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'], // stories are tests too
    rules: {
      // `expect(box.checked).to.be.true` is how Chai speaks.
      '@typescript-eslint/no-unused-expressions': 'off',
      // `oneEvent`, and JSON read back, are `any`; a wrong guess fails the test.
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // An event caught by name is what its class made; the map in `events.ts` says so.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // Stand-ins for functions that answer later have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // A test keeps `fetch` to put it back, and reads its argument as text.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/unbound-method': 'off',
      // `byRole<HTMLInputElement>(…)` says what the test expects to find.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Types can't know what a click changed since the last look.
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },

  // What runs as it is written.
  {
    files: ['**/*.{mjs,js}'],
    extends: [tseslint.configs.strict],
    rules: { 'no-undef': 'error', 'no-console': 'off' },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: NODE } },
  {
    files: [
      'bench/cases/**/*.js',
      'dist-demo/**/*.js',
      'examples/**/*.js',
      'scripts/frameworks/*.js',
      'test/pages/*.js',
    ],
    languageOptions: { globals: BROWSER },
  },
  {
    files: ['wordpress/failed-intervention-guide/assets/*.js'],
    languageOptions: { globals: { ...BROWSER, window: 'readonly', wp: 'readonly' } },
  },
  // They hand functions to a page, which run there.
  {
    files: [
      'bench/*.mjs',
      'scripts/{event-walk,lead-steps,page-helpers,test-docs,test-frameworks,test-leads,test-leaks,test-pages,test-prerender,test-safety,test-snippet,test-stories,test-storage,visual}.mjs',
      'scripts/wordpress/{check-*,*-steps,pictures}.mjs',
    ],
    languageOptions: { globals: { ...NODE, ...BROWSER } },
  },
);
