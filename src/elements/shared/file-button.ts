import { html, type TemplateResult } from 'lit';

/**
 * A button that opens a file which was saved here.
 * @param onFile Called with the file the visitor picked.
 */
export function renderFileButton(label: string, onFile: (file: File) => Promise<void>): TemplateResult {
  const pick = async (event: Event) => {
    const input = event.target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) await onFile(file);
    input.value = ''; // the same file can be picked again
  };
  return html`<label class="button"
    >${label}
    <input type="file" class="unseen" accept=".json,application/json" @change=${pick} />
  </label>`;
}
