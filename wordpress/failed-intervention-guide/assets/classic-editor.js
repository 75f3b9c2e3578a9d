/**
 * The Classic Editor: on the way from "Text" to "Visual", WordPress makes paragraphs of lines, and puts our elements
 * into them, where the editor takes them out. So each tag of ours gets a paragraph of its own, which is then removed.
 */
(({ jQuery, failedInterventionGuideTags }) => {
  const tag = `</?(?:${failedInterventionGuideTags.join('|')})(?=[\\s>])(?:"[^"]*"|'[^']*'|[^<>"'])*>`;
  const anywhere = new RegExp(`\\s*(${tag})\\s*`, 'gi');
  const alone = new RegExp(`<p>\\s*(${tag})\\s*</p>`, 'gi');

  jQuery(document.body)
    .on('beforeWpautop', (event, text) => {
      text.data = text.data.replace(anywhere, '\n\n$1\n\n');
    })
    .on('afterWpautop', (event, text) => {
      text.data = text.data.replace(alone, '$1');
    });
})(window);
