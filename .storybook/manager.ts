import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming/create';

/** The frame around the stories: the kit's own colors, and fonts that are on the device. */
addons.setConfig({
  theme: create({
    base: 'light',
    brandTitle: 'Failed Intervention Guide',
    brandUrl: './',
    brandTarget: '_self',
    colorPrimary: '#1c6758',
    colorSecondary: '#1c6758',
    appBg: '#f3f6f2',
    appContentBg: '#fffdfa',
    appBorderColor: '#c5cfc9',
    appBorderRadius: 6,
    textColor: '#22302c',
    textMutedColor: '#50605a',
    barTextColor: '#50605a',
    barHoverColor: '#1c6758',
    barSelectedColor: '#1c6758',
    fontBase: 'system-ui, sans-serif',
  }),
  panelPosition: 'bottom',
  sidebar: { showRoots: true },
});
