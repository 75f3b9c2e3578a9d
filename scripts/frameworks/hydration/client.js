import { createElement, StrictMode } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { Page } from './page.js';

const app = createElement(StrictMode, null, createElement(Page));
hydrateRoot(document.getElementById('app'), app, { onRecoverableError: (error) => console.error(error) });
