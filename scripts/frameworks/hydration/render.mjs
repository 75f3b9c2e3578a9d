// Renders the page as a server does, into the page that Vite built.
import { readFileSync, writeFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { Page } from './page.js';

const html = renderToString(createElement(Page));
// Lit brings a registry of its own to a server.
if (globalThis.customElements?.get('failed-intervention-guide')) throw new Error('An element was registered.');
const page = new URL('dist/index.html', import.meta.url);
writeFileSync(page, readFileSync(page, 'utf8').replace('<!--app-->', html));
