import { takesLead } from './check.js';
import { tokenRule } from './css.js';
import { VUE } from './escape.js';
import { sendLead } from './lead-script.js';
import { writeMarkup, type MarkupSyntax } from './markup.js';
import { INSTALL, PACKAGE } from './npm-package.js';
import type { SnippetOptions, SnippetPart } from './options.js';
import { leadParts } from './target-html.js';
import { elementNodes } from './tree.js';

const vue = (options: SnippetOptions): MarkupSyntax => ({
  ...VUE,
  attribute: (name, value, tag) => {
    const listener = options.lead?.way === 'event' && name === 'lead' ? ' @fig-lead="onLead"' : '';
    return VUE.attribute(name, value, tag) + listener;
  },
});

/** A component for Vue 3, and what its compiler must be told. */
export function vueParts(options: SnippetOptions): readonly SnippetPart[] {
  const imports = options.elements.map((tag) => `import '${PACKAGE}/define/${tag}';`);
  const hasListener = options.lead?.way === 'event' && options.elements.some(takesLead);
  const css = tokenRule(options);
  const script = [imports.join('\n'), ...(hasListener ? [ON_LEAD] : [])].join('\n\n');
  const code = [
    `<script setup>\n${script}\n</script>`,
    `<template>\n${writeMarkup(elementNodes(options), vue(options), '  ')}\n</template>`,
    ...(css ? [`<style>\n${css}\n</style>`] : []),
  ].join('\n\n');
  return [
    INSTALL,
    { title: 'FamilyGuide.vue', language: 'vue', code },
    { title: 'vite.config.js: tell Vue which tags are not its own', language: 'js', code: viteConfig(options) },
    ...(options.lead?.way === 'form' ? leadParts(options) : []),
  ];
}

const ON_LEAD = `function onLead(event) {
  event.respondWith(sendLead(event.detail));
}

${sendLead({})}`;

const viteConfig = ({ elements }: SnippetOptions): string => `import vue from '@vitejs/plugin-vue';

const tags = [${elements.map((tag) => `'${tag}'`).join(', ')}];

export default {
  plugins: [vue({ template: { compilerOptions: { isCustomElement: (tag) => tags.includes(tag) } } })],
};`;
