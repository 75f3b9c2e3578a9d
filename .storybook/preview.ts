import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with { type: 'json' };
import '../src/embed.js';
import { contentFor, LOCALES, REGIONS, THEMES } from '../stories/support/choices.js';
import { logEvents } from '../stories/support/event-log.js';
import { prepare, withSurroundings } from '../stories/support/page.js';
import { snippetOf } from '../stories/support/snippet.js';
import { argTypesOf, declarationOf } from './arg-types.js';
import ElementPage from './element-page.mdx';
import './preview.css';

setCustomElementsManifest(manifest);

/** Rules of axe, as in the kit's other tests. */
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const width = (name: string, pixels: number, height: number) => ({
  name,
  styles: { width: `${pixels}px`, height: `${height}px` },
});

const preview: Preview = {
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error', options: { runOnly: { type: 'tag', values: AXE_TAGS } } },
    controls: { expanded: true, sort: 'none' },
    docs: {
      page: ElementPage,
      codePanel: true,
      extractArgTypes: argTypesOf,
      extractComponentDescription: (tag: string) => declarationOf(tag)?.description,
      source: { language: 'html', transform: snippetOf },
    },
    viewport: {
      options: {
        w320: width('320 px', 320, 640),
        w768: width('768 px', 768, 1024),
        w1280: width('1280 px', 1280, 800),
      },
    },
    options: {
      storySort: { order: ['Welcome', 'Foundations', 'Elements', 'Another field'] },
    },
  },
  tags: ['autodocs'],
  globalTypes: {
    theme: { description: 'Theme', toolbar: { title: 'Theme', icon: 'contrast', items: THEMES, dynamicTitle: true } },
    locale: { description: 'Words', toolbar: { title: 'Words', icon: 'globe', items: LOCALES, dynamicTitle: true } },
    region: {
      description: 'Region',
      toolbar: { title: 'Region', icon: 'location', items: REGIONS, dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'auto', locale: 'en', region: 'US' },
  loaders: [contentFor],
  beforeEach: prepare,
  decorators: [logEvents, withSurroundings],
};
export default preview;
