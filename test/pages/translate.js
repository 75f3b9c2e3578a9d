// Changes the words in a root and in all roots below, as translators do. Each keeps the words, so that a test can read
// them, and marks them with »«.
(function () {
  const mark = (words) => (words.trim() && !words.includes('»') ? words.replace(/\S(?:.*\S)?/s, '»$&«') : words);
  const texts = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found.filter((node) => node.data.trim() && !node.parentElement?.closest('style, script'));
  };
  const each = (root, change) => {
    change(root);
    for (const element of root.querySelectorAll('*')) if (element.shadowRoot) each(element.shadowRoot, change);
  };

  /** As Google Translate, in Chrome and on pages: every text in two <font>, the old text away. */
  const wrap = (root) => {
    for (const node of texts(root)) {
      const outer = document.createElement('font');
      const inner = outer.appendChild(document.createElement('font'));
      inner.textContent = mark(node.data);
      node.replaceWith(outer);
    }
  };

  /** As an older one: the old text stays, inside of the <font>. */
  const move = (root) => {
    for (const node of texts(root)) {
      const font = document.createElement('font');
      node.before(font);
      font.append(node);
      node.data = mark(node.data);
    }
  };

  /** As Firefox: all children out, texts beside each other made one, elements and texts back in, comments left out. */
  const rebuild = (root) => {
    const parents = new Set(texts(root).flatMap((node) => [node.parentNode, node.parentElement?.closest('label')]));
    for (const parent of parents) {
      if (!parent || parent === root) continue;
      const children = [...parent.childNodes];
      for (const child of children) child.remove();
      let last;
      for (const child of children) {
        if (child.nodeType === Node.COMMENT_NODE) continue;
        const isText = child.nodeType === Node.TEXT_NODE;
        if (isText && last) last.data += child.data;
        else parent.append(child);
        last = isText ? (last ?? child) : undefined;
      }
    }
    for (const node of texts(root)) node.data = mark(node.data);
  };

  /** Every text in two halves. */
  const split = (root) => {
    for (const node of texts(root)) node.splitText(Math.floor(node.data.length / 2));
  };

  /** As Safari: the words of each text, and nothing else. */
  const rename = (root) => {
    for (const node of texts(root)) node.data = mark(node.data);
  };

  window.translate = (how) => each(document.body, { wrap, move, rebuild, split, rename }[how]);
})();
