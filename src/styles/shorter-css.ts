/** CSS without comments and what else it can do without. */
export const shorterCss = (css: string): string =>
  css
    .replaceAll(/\/\*.*?\*\//gs, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};]) ?/g, '$1')
    .replaceAll(/([,:]) /g, '$1')
    .replaceAll(/ ([*>]) /g, '$1')
    .replaceAll(/ \+ (?=\.|[a-z]+[^a-z(])/g, '+') // between selectors; sums need the spaces
    .replaceAll(/='([\w-]+)'/g, '=$1')
    .replaceAll(' !', '!')
    .replaceAll(/\b0(?=\.\d)/g, '')
    .replaceAll(';}', '}')
    .trim();
