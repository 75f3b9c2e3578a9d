import { defineConfig } from 'vite';

/** Empty on purpose: main.ts takes what it needs from the kit's own build. */
export default defineConfig({});
