// Contact Form 7 is not on npm. A plugin of our own stands in for it, with the form and the script of the demo page.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes the stand-in in a new folder, which goes with the process, and returns that. */
export function formStandIn() {
  const folder = mkdtempSync(join(tmpdir(), 'fig-forms-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  cpSync('wordpress/site/form-stand-in', folder, { recursive: true });
  for (const file of ['lead-slot.js', 'required.js', 'show-entries.js']) {
    cpSync(`dist-demo/${file}`, join(folder, file));
  }
  const page = readFileSync('dist-demo/lead-slot.html', 'utf8');
  const [, form] = /<div slot="lead-form">\s*(?:<h3>.*?<\/h3>)?([\s\S]*?<\/form>\s*<\/div>)\s*<\/div>/.exec(page);
  writeFileSync(join(folder, 'form.html'), form.replaceAll(/\s*\n\s*/g, ' '));
  return folder;
}
