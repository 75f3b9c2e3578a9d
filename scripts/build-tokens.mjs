// Writes dist/design-tokens.json and a style sheet for each preset.
import { mkdir, writeFile } from 'node:fs/promises';

export async function buildTokens() {
  const esm = new URL('../dist/esm/', import.meta.url);
  const { designTokens } = await import(new URL('cli/design-tokens.js', esm));
  const { PRESETS, tokenSheet } = await import(new URL('styles/presets.js', esm));
  await writeFile('dist/design-tokens.json', `${JSON.stringify(designTokens(), null, 2)}\n`);
  await mkdir('dist/presets', { recursive: true });
  for (const [name, { meaning, tokens }] of Object.entries(PRESETS)) {
    await writeFile(`dist/presets/${name}.css`, `/* ${meaning} */\n${tokenSheet(tokens)}`);
  }
}
