// What a person does in the block editor of WordPress, by the names they read there. For any WordPress from 6.5 on.

/** How long anything may take: WordPress on PHP in WebAssembly is slow on a loaded machine. */
export const PATIENCE_MS = 120_000;

/** Cookies of those who logged in before, by site and user: the way in takes WordPress long. */
const sessions = new Map();

/** A browser tab of a user of the site, logged in, that collects what should not happen. */
export async function logIn(browser, site, user, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(site.url).origin });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  page.setDefaultNavigationTimeout(PATIENCE_MS);
  // The tour of the editor comes when it likes, and covers all else.
  const tour = page.locator('.edit-post-welcome-guide, .editor-welcome-guide');
  await page.addLocatorHandler(tour, () => tour.getByRole('button', { name: 'Close' }).click());
  const trouble = [];
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && /failed-intervention-guide|block validation/i.test(message.text())) {
      trouble.push(message.text());
    }
  });
  const session = `${user} ${site.url}`;
  if (sessions.has(session)) {
    await context.addCookies(sessions.get(session));
  } else {
    await page.goto(at(site, 'wp-login.php'));
    await page.locator('#user_login').fill(user);
    await page.locator('#user_pass').fill('password');
    await page.locator('#wp-submit').click();
    await page.waitForURL(/wp-admin/, { waitUntil: 'commit' });
    sessions.set(session, await context.cookies());
  }
  return { page, context, trouble };
}

const at = (site, path) => new URL(path, site.url.endsWith('/') ? site.url : `${site.url}/`).href;

/** Opens the editor with a new post. */
export async function newPost(page, site, { type = 'post', title = 'A page for families' } = {}) {
  await page.goto(at(site, `wp-admin/post-new.php?post_type=${type}`));
  await editorReady(page);
  await page.evaluate((words) => globalThis.wp.data.dispatch('core/editor').editPost({ title: words }), title);
}

/** Opens the editor with a post that was saved before. */
export async function openPost(page, site, id) {
  await page.goto(at(site, `wp-admin/post.php?post=${id}&action=edit`));
  await editorReady(page);
}

async function editorReady(page) {
  await page.waitForFunction(() => {
    const editor = globalThis.wp?.data?.select('core/editor');
    return Boolean(
      editor?.getCurrentPostId?.() && globalThis.wp.blocks.getBlockType('failed-intervention-guide/guide'),
    );
  });
  await page.evaluate(() => {
    const preferences = globalThis.wp.data.dispatch('core/preferences');
    for (const scope of ['core', 'core/edit-post']) {
      preferences.set(scope, 'welcomeGuide', false);
      preferences.set(scope, 'fullscreenMode', true);
    }
  });
  const canvas = await canvasOf(page);
  await canvas.locator('.is-root-container').waitFor();
}

/** Where the post is edited: a frame, or the page itself. */
export async function canvasOf(page) {
  await page.locator('iframe[name="editor-canvas"], .is-root-container').first().waitFor();
  const hasFrame = await page.locator('iframe[name="editor-canvas"]').count();
  return hasFrame ? page.frameLocator('iframe[name="editor-canvas"]') : page;
}

/** The document and window of the canvas, to evaluate in. */
export async function canvasFrame(page) {
  return page.frame({ name: 'editor-canvas' }) ?? page.mainFrame();
}

const INSERTER_TOGGLE = '.edit-post-header-toolbar__inserter-toggle, .editor-document-tools__inserter-toggle';

/** The inserter closes, or begins anew, when the selection changes, and what was typed is gone. So it is done again. */
async function inTries(step) {
  for (let left = 5; ; left -= 1) {
    try {
      return await step(10_000);
    } catch (error) {
      if (left === 1) throw error;
    }
  }
}

/** Names of what the inserter finds, in its order. The inserter stays open. */
export async function searchInserter(page, words) {
  const toggle = page.locator(INSERTER_TOGGLE);
  const search = page
    .locator('.block-editor-inserter__search input, .block-editor-inserter__panel-content input')
    .first();
  const found = page.locator('.block-editor-block-types-list__item');
  await inTries(async (timeout) => {
    if (!(await search.isVisible())) await toggle.first().click({ timeout });
    await search.fill('', { timeout });
    await search.fill(words, { timeout });
    await found.first().waitFor({ timeout });
    await page.waitForFunction(
      (text) => document.querySelector('.block-editor-inserter__search input')?.value === text,
      words,
      { timeout },
    );
  });
  // The list follows the field a moment later.
  let before = '';
  for (let same = 0; same < 3;) {
    const now = (await found.allInnerTexts()).join('|');
    same = now === before ? same + 1 : 0;
    before = now;
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
  }
  return (await found.allInnerTexts()).map((name) => name.trim());
}

/** Makes a block the only one of the post, without the inserter, and waits until it holds its words. */
export async function putBlock(page, name) {
  await page.evaluate((type) => {
    const { blocks, data } = globalThis.wp;
    data.dispatch('core/block-editor').resetBlocks([blocks.createBlock(type)]);
  }, name);
  await page.waitForFunction(
    () => globalThis.wp.data.select('core/block-editor').getBlocks()[0].innerBlocks.length > 0,
  );
}

/** Inserts a block as an author does: search, then click. */
export async function insertBlock(page, title, words = title) {
  const item = page.locator('.block-editor-block-types-list__item', { hasText: exactly(title) }).first();
  await inTries(async (timeout) => {
    await searchInserter(page, words);
    await item.click({ timeout });
  });
  const toggle = page.locator(INSERTER_TOGGLE).first();
  if ((await toggle.getAttribute('aria-pressed')) === 'true') await toggle.click();
}

const exactly = (words) => new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);

/** Blocks of the post as plain data: name, attributes that are set, and what is in them. */
export const blocksOf = (page) =>
  page.evaluate(() => {
    const plain = ({ name, attributes, innerBlocks, isValid }) => ({
      name: name.replace('failed-intervention-guide/', 'fig/'),
      isValid,
      attributes: Object.fromEntries(
        Object.entries(attributes)
          .filter(([, value]) => value !== undefined && value !== '')
          .map(([key, value]) => [key, typeof value === 'object' ? String(value) : value]),
      ),
      inner: innerBlocks.map(plain),
    });
    return globalThis.wp.data.select('core/block-editor').getBlocks().map(plain);
  });

/** Selects a block by its place in the post, with the settings of the block at the side. */
export async function selectBlock(page, index = 0) {
  await page.evaluate((place) => {
    const { select, dispatch } = globalThis.wp.data;
    dispatch('core/block-editor').selectBlock(select('core/block-editor').getBlocks()[place].clientId);
    dispatch('core/edit-post').openGeneralSidebar('edit-post/block');
  }, index);
  await page.locator('.block-editor-block-inspector').waitFor();
}

/** The field of a setting at the side, by its label. Opens the group it is in. */
export async function settingField(page, group, label) {
  const panel = page.locator('.components-panel__body', {
    has: page.locator('.components-panel__body-title button', { hasText: exactly(group) }),
  });
  const toggle = panel.locator('.components-panel__body-title button');
  if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.click();
  return panel.getByLabel(label, { exact: true });
}

/** Sets a setting at the side, as an author does. */
export async function setSetting(page, group, label, value) {
  const field = await settingField(page, group, label);
  const isList = await field.evaluate((node) => node.tagName === 'SELECT');
  await (isList ? field.selectOption(value) : field.fill(value));
}

/** Publishes, and returns id and address of the post. */
export async function publish(page) {
  await page.locator('.editor-post-publish-panel__toggle, .editor-post-publish-button').first().click();
  const button = page.locator('.editor-post-publish-panel .editor-post-publish-button');
  await button.click();
  return saved(page);
}

/** Saves what is there, whatever the state of the post, and returns id and address. */
export async function saveAs(page, status) {
  await page.evaluate(async (wanted) => {
    const editor = globalThis.wp.data.dispatch('core/editor');
    editor.editPost({ status: wanted });
    await editor.savePost();
  }, status);
  return saved(page);
}

async function saved(page) {
  await page.waitForFunction(() => {
    const editor = globalThis.wp.data.select('core/editor');
    return !editor.isSavingPost() && !editor.isEditedPostDirty() && editor.didPostSaveRequestSucceed();
  });
  return page.evaluate(() => {
    const editor = globalThis.wp.data.select('core/editor');
    return { id: editor.getCurrentPostId(), link: editor.getCurrentPost().link };
  });
}

/** Blocks of which WordPress says that they hold "unexpected or invalid content". */
export async function invalidBlocks(page) {
  const canvas = await canvasOf(page);
  const warnings = await canvas.locator('.block-editor-warning').allInnerTexts();
  const names = await page.evaluate(() => {
    const all = (blocks) => blocks.flatMap((block) => [block, ...all(block.innerBlocks)]);
    return all(globalThis.wp.data.select('core/block-editor').getBlocks())
      .filter(({ isValid }) => !isValid)
      .map(({ name }) => name);
  });
  return [...names, ...warnings];
}

/** Puts the cursor into a new, empty paragraph. */
export async function emptyParagraph(page) {
  await page.evaluate(() => {
    const { dispatch } = globalThis.wp.data;
    dispatch('core/block-editor').resetBlocks([globalThis.wp.blocks.createBlock('core/paragraph')]);
  });
  const canvas = await canvasOf(page);
  const frame = await canvasFrame(page);
  // A new post may put the cursor into its title a moment later.
  const isThere = () => document.activeElement?.matches('p.wp-block-paragraph, p.wp-block') ?? false;
  for (let attempt = 0, same = 0; attempt < 30; attempt += 1) {
    if (same === 0) await canvas.locator('p.wp-block-paragraph, p.wp-block').first().click();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
    same = (await frame.evaluate(isThere)) ? same + 1 : 0;
    if (same === 4) return;
  }
  throw new Error('The cursor does not stay in the empty paragraph.');
}

/** Pastes as the browser does: a paste event where the cursor is, with text and, if there is some, HTML. */
export async function paste(page, plain, html = '') {
  const frame = await canvasFrame(page);
  await frame.evaluate(
    ([text, rich]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      if (rich) clipboardData.setData('text/html', rich);
      const target = document.activeElement ?? document.body;
      target.dispatchEvent(
        new ClipboardEvent('paste', { bubbles: true, cancelable: true, composed: true, clipboardData }),
      );
    },
    [plain, html],
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100))));
}

/** Words of an element of the kit that can be read in its preview, with those in its shadow roots. */
export async function previewWords(page, tag) {
  const frame = await canvasFrame(page);
  const read = (name) => {
    const words = (node) => {
      if (node.nodeType === 3) return node.data;
      if (node.nodeType !== 1 && node.nodeType !== 11) return '';
      if (['STYLE', 'SCRIPT'].includes(node.nodeName)) return '';
      return [...(node.shadowRoot ?? node).childNodes].map(words).join(' ');
    };
    const element = document.querySelector(`[data-fig-preview] ${name}`);
    return element?.shadowRoot ? words(element).replace(/\s+/g, ' ').trim() : '';
  };
  await frame.waitForFunction(
    (name) => document.querySelector(`[data-fig-preview] ${name}`)?.shadowRoot?.querySelector('.title, .bar'),
    tag,
    { timeout: PATIENCE_MS },
  );
  return frame.evaluate(read, tag);
}

/** Ids of the notices in the blocks. */
export async function noticeIds(page) {
  const canvas = await canvasOf(page);
  return canvas
    .locator('[data-fig-notice]')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-fig-notice')));
}
