import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

/** The kit's tags, which Vue is to leave to the browser. */
const isCustomElement = (tag: string) => tag.includes('-');

export default defineConfig({ plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] });
