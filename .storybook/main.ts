import type { StorybookConfig } from '@storybook/web-components-vite';
import { failedInterventionContent } from '../src/content/compile/vite-plugin.js';
import build, { BEFORE_ALL_REVIEWS } from '../vite.config.js';

/** Words that stories show beside those built in. */
const EXAMPLES = {
  '#school-support/en': 'examples/school-support/en',
  '#school-support/es': 'examples/school-support/es',
};

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: {
    name: '@storybook/web-components-vite',
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  viteFinal: (vite) => ({
    ...vite,
    plugins: [
      ...(vite.plugins ?? []),
      build.plugins,
      failedInterventionContent({ folders: EXAMPLES, today: BEFORE_ALL_REVIEWS }),
    ],
    oxc: build.oxc,
    // Nothing is downloaded by a visitor of the kit from here, so its size says nothing.
    build: { ...vite.build, chunkSizeWarningLimit: 10_000 },
  }),
};
export default config;
