/** What nearly every widget needs at once; the browser build makes one file of it. See `vite.config.ts`. */
export { repeat } from 'lit/directives/repeat.js';
export { rowsStyles } from '../../styles/rows.styles.js';
