/** How long a file stays to be fetched by the browser, in milliseconds. */
const KEEP_MS = 60_000;

/**
 * Hands the visitor a file. It goes from this page to the device and nowhere else.
 * @returns The name it was given.
 */
export function download(name: string, type: string, text: string): string {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
  return name;
}
