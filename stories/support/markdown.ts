/** Pages of docs/ that are pages here too. */
const PAGES: Readonly<Record<string, string>> = {
  'voice-and-tone.md': 'foundations-voice-and-tone--docs',
  'content.md': 'foundations-content-authoring--docs',
  'accessibility.md': 'foundations-accessibility--docs',
  'privacy.md': 'foundations-privacy--docs',
};

/** Ids of headings, as the links in docs/ mean them. */
const slug = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .trim()
    .replaceAll(/\s+/g, '-');

/**
 * A page of docs/ for Storybook: links between its pages lead to the pages here, and links to other files of the
 * repository are named as files, as they lead nowhere from here. Marks that only the build reads are gone.
 */
export const forStorybook = (markdown: string): string =>
  markdown
    .replaceAll(/<!--.*?-->\n?/gs, '')
    .replaceAll(/\[([^\]]+)\]\((?!https?:|#|mailto:)([^)#]+)(#[^)]*)?\)/g, (_link, words: string, path: string) => {
      const id = PAGES[path];
      return id
        ? `[${words}](?path=/docs/${id})`
        : `${words} (\`${path.replace(/^\.\.\//, '').replace(/^(?=[^/]+\.md$)/, 'docs/')}\`)`;
    })
    .replaceAll(/\]\(#([^)]*)\)/g, (_link, anchor: string) => `](#${slug(anchor)})`);
