// What authors do with our blocks in the editor of a real WordPress, and what must come of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createSnippet } from '../../dist/esm/snippet/snippet.js';
import * as steps from './editor-steps.mjs';

const { blocksOf, noticeIds } = steps;

/** What the snippets below say, as a block has it. */
const GIVEN = { region: 'US', headingLevel: '3' };
const WORDS = 'In danger now?';

const builder = (target, lead) =>
  createSnippet(
    {
      elements: ['failed-intervention-guide'],
      scriptUrl: 'https://example.org/kit/embed.js',
      attributes: { region: 'US', 'heading-level': '3' },
      fallback: [[`${WORDS} `, { text: 'Call 911', href: 'tel:911' }]],
      lead,
    },
    target,
  ).parts.find(({ code }) => /region\W+US/.test(code)).code; // the script may be a part of its own

const SCRIPT = '<script type="module" src="/kit/embed.js"></script>';
const OPEN = '<failed-intervention-guide region="US" heading-level="3">';
const CLOSE = '</failed-intervention-guide>';

/** Everything an author may have copied from somewhere. */
export const SNIPPETS = {
  'script and element on one line': `${SCRIPT}${OPEN}${WORDS} <a href="tel:911">Call 911</a>${CLOSE}`,
  'script and element on lines of their own': `${SCRIPT}\n${OPEN}\n  ${WORDS} <a href="tel:911">Call 911</a>\n${CLOSE}\n`,
  'element on one line, without script': `${OPEN}${WORDS}${CLOSE}`,
  'element with block children': `${OPEN}\n<h2>Help</h2>\n<p>${WORDS} <a href="tel:911">Call 911</a></p>\n<ul><li>One</li></ul>\n${CLOSE}`,
  'section of the docs': `<section>\n  ${SCRIPT}\n  ${OPEN}${WORDS}${CLOSE}\n</section>`,
  'div form': `<div class="failed-intervention-guide" data-region="US" data-heading-level="3"><p>${WORDS} <a href="tel:911">Call 911</a></p></div>`,
  'snippet builder, HTML': builder('html'),
  'snippet builder, div': builder('wordpress-div'),
  'snippet builder, Custom HTML': builder('wordpress-html'),
  'snippet builder, shortcode': builder('wordpress-shortcode'),
  'snippet builder, block': builder('wordpress-block'),
  'shortcode without words': '[failed_intervention_guide region="US" heading_level="3"]',
};

const WITH_FORM = {
  'snippet builder, HTML': builder('html', { way: 'slot' }),
  'snippet builder, shortcode': builder('wordpress-shortcode', { way: 'slot' }),
  'snippet builder, block': builder('wordpress-block', { way: 'slot' }),
  'div form': `<div class="failed-intervention-guide" data-region="US" data-heading-level="3"><p>${WORDS}</p><div data-slot="lead-form">[contact-form-7 id="1"]</div></div>`,
};

const flat = (blocks) => blocks.flatMap((block) => [block, ...flat(block.inner)]);
const wordsIn = (blocks) =>
  flat(blocks)
    .map(({ attributes }) => `${attributes.content ?? ''}${attributes.text ?? ''}`)
    .join(' ');

/** Blocks as the inserter names them, with the tag of each. */
const INSERTED = {
  'Failed Intervention Guide': 'failed-intervention-guide',
  'Contact the Center': 'center-contact',
  'Plan for Setbacks': 'contingency-planner',
  'Crisis Help Bar': 'crisis-help-bar',
  'What Got in the Way': 'failure-reason-checklist',
  'Family Learning Library': 'family-learning-library',
  'Self-Care for Families': 'family-self-care-card',
  'Next Steps': 'next-steps-wizard',
  'Progress Check-in': 'progress-check-in',
};

/** Names of the checks that a WordPress of any version has to pass in each run. */
export const CORE = [
  'the guide is inserted, set up, published, opened again, and works on the page',
  'every block can be inserted, shows its element, and comes back whole',
  'a preview cannot be clicked or focused, and Shift pressed three times does not leave the editor',
  'pasting any snippet makes our block, as an author',
  'a hostile snippet does nothing, in the editor or on the page',
  'a setting of a newer version survives an edit',
  'settings of one post are kept, and the preview follows them',
];

/** Checks by name: each opens a browser tab of its own, and throws when something is wrong. */
export function editorChecks({ browser, site }) {
  const as = async (user, walk, options) => {
    const { page, context, trouble } = await steps.logIn(browser, site, user, options);
    try {
      await walk(page, context);
      assert.deepEqual(trouble, [], 'errors in the editor');
    } finally {
      await context.close();
    }
  };
  /** Publishes or saves, opens the editor again, and looks whether WordPress takes every block as it is. */
  const comesBack = async (page, status) => {
    const before = await blocksOf(page);
    const post = await (status ? steps.saveAs(page, status) : steps.publish(page));
    await steps.openPost(page, site, post.id);
    assert.deepEqual(await steps.invalidBlocks(page), [], 'blocks with unexpected or invalid content');
    assert.deepEqual(await blocksOf(page), before, 'blocks after opening the post again');
    return post;
  };

  return {
    'a search for "failed intervention" or "intervention guide" finds the guide first': () =>
      as('author', async (page) => {
        await steps.newPost(page, site);
        for (const words of ['failed intervention', 'intervention guide', 'intervention']) {
          const [first] = await steps.searchInserter(page, words);
          assert.equal(first, 'Failed Intervention Guide', `first for "${words}"`);
        }
        const all = await steps.searchInserter(page, 'intervention');
        for (const title of Object.keys(INSERTED)) assert.ok(all.includes(title), `${title} is not found`);
      }),

    'the guide is inserted, set up, published, opened again, and works on the page': () =>
      as('author', async (page) => {
        await steps.newPost(page, site);
        await steps.insertBlock(page, 'Failed Intervention Guide', 'intervention guide');
        assert.deepEqual(await noticeIds(page), ['region-missing']);
        await steps.selectBlock(page);
        await steps.setSetting(page, 'Words and region', 'Region', 'US');
        assert.match(await steps.previewWords(page, 'failed-intervention-guide'), /Call 911.*After an intervention/);
        assert.deepEqual(await noticeIds(page), []);
        await steps.setSetting(page, 'Look', 'Level of its heading', '3');
        await steps.setSetting(page, 'Saving and privacy', 'Saving on the visitor’s device', 'offer');
        const [{ attributes, inner }] = await blocksOf(page);
        assert.deepEqual(attributes, { region: 'US', headingLevel: '3', save: 'offer' });
        assert.match(wordsIn(inner), /href="tel:911"/, 'crisis lines of the region stand in the post itself');

        const post = await comesBack(page);
        assert.match(await steps.previewWords(page, 'failed-intervention-guide'), /Call 911.*After an intervention/);
        await page.goto(post.link);
        const link = page.locator('failed-intervention-guide crisis-help-bar a[href="tel:911"]').first();
        await link.waitFor();
        const title = page.locator('failed-intervention-guide').getByRole('heading', { level: 3 }).first();
        await title.waitFor();
        assert.match(await title.innerText(), /After an intervention/);
        const first = await page.evaluate(() => {
          const root = document.querySelector('failed-intervention-guide').shadowRoot;
          const bar = root.querySelector('crisis-help-bar');
          return (bar?.shadowRoot ?? root).querySelector('a')?.getAttribute('href');
        });
        assert.equal(first, 'tel:911', 'the crisis link comes first');
      }),

    'every block can be inserted, shows its element, and comes back whole': () =>
      as('editor', async (page) => {
        await steps.newPost(page, site);
        for (const [title, tag] of Object.entries(INSERTED)) {
          const name = tag === 'failed-intervention-guide' ? 'guide' : tag;
          await steps.putBlock(page, `failed-intervention-guide/${name}`);
          const [block] = await blocksOf(page);
          assert.equal(block.name, `fig/${name}`);
          const shown = await page.evaluate(
            (type) => globalThis.wp.blocks.getBlockType(type).title,
            `failed-intervention-guide/${name}`,
          );
          assert.equal(shown, title, 'as the inserter names it');
          assert.ok(wordsIn(block.inner).length > 10, `${title} has no words for visitors without the script`);
          if (tag === 'center-contact') {
            assert.ok((await noticeIds(page)).includes('contact-without-way'));
          } else {
            assert.ok((await steps.previewWords(page, tag)).length > 40, `${title} shows no preview`);
          }
        }
        await page.evaluate(
          (names) => {
            const { blocks, data } = globalThis.wp;
            data
              .dispatch('core/block-editor')
              .resetBlocks(
                names.map((name) => blocks.createBlock(`failed-intervention-guide/${name}`, { region: 'US' })),
              );
          },
          Object.values(INSERTED).map((tag) => (tag === 'failed-intervention-guide' ? 'guide' : tag)),
        );
        await page.waitForFunction(() =>
          globalThis.wp.data
            .select('core/block-editor')
            .getBlocks()
            .every(({ innerBlocks }) => innerBlocks.length),
        );
        await comesBack(page, 'publish');
      }),

    'every attribute of the guide has a field at the side': () =>
      as('author', async (page) => {
        await steps.newPost(page, site);
        await steps.insertBlock(page, 'Failed Intervention Guide');
        await steps.selectBlock(page);
        const side = page.locator('.block-editor-block-inspector');
        const closed = side.locator('.components-panel__body-title button[aria-expanded="false"]');
        while (await closed.count()) await closed.first().click();
        const wanted = await page.evaluate(
          () => globalThis.failedInterventionGuide.elements['failed-intervention-guide'].attributes,
        );
        const found = await side
          .locator('[data-fig-setting]')
          .evaluateAll((fields) => fields.map((field) => field.getAttribute('data-fig-setting')));
        assert.deepEqual(found.sort(), [...wanted].sort());
      }),

    'a preview cannot be clicked or focused, and Shift pressed three times does not leave the editor': () =>
      as('author', async (page) => {
        await steps.newPost(page, site);
        await steps.insertBlock(page, 'Failed Intervention Guide');
        await steps.selectBlock(page);
        await steps.setSetting(page, 'Saving and privacy', 'What your site can learn', 'off');
        await steps.previewWords(page, 'failed-intervention-guide');
        const canvas = await steps.canvasOf(page);
        const box = await canvas.locator('.fig-editor-preview').boundingBox();
        await page.mouse.click(box.x + box.width / 2, box.y + 30); // on the help bar
        const selected = await page.evaluate(
          () => globalThis.wp.data.select('core/block-editor').getSelectedBlock()?.name,
        );
        assert.equal(selected, 'failed-intervention-guide/guide', 'a click on the preview selects the block');
        const before = page.url();
        let hasLeft = false;
        page.on('framenavigated', () => (hasLeft = true));
        page.on('dialog', (dialog) => {
          hasLeft = true;
          void dialog.dismiss();
        });
        await canvas.locator('.fig-editor-words p.wp-block-paragraph, .fig-editor-words p.wp-block').first().click();
        for (let press = 0; press < 6; press += 1) await page.keyboard.press('Shift');
        await page.keyboard.type('Still here. ');
        assert.match(wordsIn(await blocksOf(page)), /Still here\./, 'the author goes on writing');
        const isCovered = await (
          await steps.canvasFrame(page)
        ).evaluate(() =>
          [...document.querySelectorAll('[data-fig-preview] *')].some((element) => element.matches(':focus-within')),
        );
        assert.equal(isCovered, false);
        assert.equal(page.url(), before);
        assert.equal(hasLeft, false, 'the editor was left');
      }),

    'pasting any snippet makes our block, as an administrator': () => as('admin', (page) => pasteAll(page)),
    'pasting any snippet makes our block, as an author': () => as('author', (page) => pasteAll(page)),

    'WordPress itself makes our block of old HTML, as when a classic post is converted': () =>
      as('admin', async (page) => {
        await steps.newPost(page, site);
        const wrong = [];
        for (const name of [
          'script and element on lines of their own',
          'element with block children',
          'section of the docs',
          'div form',
        ]) {
          const made = await page.evaluate((HTML) => {
            const plain = ({ name: block, attributes, innerBlocks }) => ({
              name: block.replace('failed-intervention-guide/', 'fig/'),
              attributes: Object.fromEntries(
                Object.entries(attributes)
                  .filter(([, value]) => value !== undefined)
                  .map(([key, value]) => [key, String(value)]),
              ),
              inner: innerBlocks.map(plain),
            });
            return [
              globalThis.wp.blocks.rawHandler({ HTML }).map(plain),
              globalThis.wp.blocks.pasteHandler({ HTML, mode: 'BLOCKS' }).map(plain),
            ];
          }, `<p>Before</p>\n${SNIPPETS[name]}\n<p>After</p>`);
          for (const blocks of made) {
            const guides = blocks.filter((block) => block.name === 'fig/guide');
            const isRight =
              guides.length === 1 &&
              JSON.stringify(guides[0].attributes) === JSON.stringify(GIVEN) &&
              /In danger now/.test(wordsIn(guides[0].inner)) &&
              blocks.filter((block) => block.name === 'core/paragraph').length === 2;
            if (!isRight) wrong.push(`${name}: ${JSON.stringify(blocks)}`);
          }
        }
        assert.deepEqual(wrong, []);
        const other = await page.evaluate(() =>
          globalThis.wp.blocks
            .pasteHandler({ HTML: '<div><p>One</p></div>\n<section><h2>Two</h2></section>', mode: 'BLOCKS' })
            .map(({ name }) => name),
        );
        assert.deepEqual(other, ['core/paragraph', 'core/heading'], 'what is not ours is pasted as ever');
      }),

    'pasting a snippet with a form puts the form into the block': () =>
      as('admin', async (page) => {
        await steps.newPost(page, site);
        for (const [name, snippet] of Object.entries(WITH_FORM)) {
          await steps.emptyParagraph(page);
          await steps.paste(page, snippet);
          const [block] = (await blocksOf(page)).filter((one) => one.name === 'fig/guide');
          assert.ok(block, `${name} did not become a guide`);
          assert.deepEqual(pick(block.attributes), GIVEN, name);
          const form = block.inner.find((inner) => inner.name === 'fig/lead-form');
          assert.ok(form, `${name} lost its form`);
          assert.match(wordsIn([form]), /<form|\[contact-form-7/, name);
        }
        await comesBack(page, 'draft');
      }),

    'an author reads that a raw form would be taken out': () =>
      as('author', async (page) => {
        await steps.newPost(page, site);
        await steps.emptyParagraph(page);
        await steps.paste(page, WITH_FORM['snippet builder, HTML']);
        const canvas = await steps.canvasOf(page);
        await canvas.locator('[data-fig-notice="form-lost"]').waitFor();
      }),

    'a snippet pasted as text of a paragraph in the middle of a post leaves the rest as it was': () =>
      as('author', async (page) => {
        await steps.newPost(page, site);
        await page.evaluate(() => {
          const { blocks, data } = globalThis.wp;
          const make = (content) => blocks.createBlock('core/paragraph', { content });
          data.dispatch('core/block-editor').resetBlocks([make('One'), make(''), make('Two')]);
          const [, empty] = data.select('core/block-editor').getBlocks();
          data.dispatch('core/block-editor').selectBlock(empty.clientId, 0);
        });
        const canvas = await steps.canvasOf(page);
        await canvas.locator('p.wp-block').nth(1).click();
        await steps.paste(page, SNIPPETS['div form']);
        const names = (await blocksOf(page)).map(({ name, attributes }) =>
          `${name} ${attributes.content ?? ''}`.trim(),
        );
        assert.deepEqual(names, ['core/paragraph One', 'fig/guide', 'core/paragraph Two']);
      }),

    'a snippet of several parts with colors becomes one block a part, and the colors stay': () =>
      as('admin', async (page) => {
        await steps.newPost(page, site);
        await steps.emptyParagraph(page);
        const { parts } = createSnippet(
          {
            elements: ['failed-intervention-guide', 'next-steps-wizard'],
            scriptUrl: 'https://example.org/kit/embed.js',
            attributes: { region: 'US' },
            tokens: { '--fig-accent': '#7a3b8f' },
            fallback: WORDS,
          },
          'wordpress-html',
        );
        await steps.paste(page, parts[0].code);
        const blocks = await blocksOf(page);
        assert.deepEqual(
          blocks.map(({ name }) => name),
          ['core/html', 'fig/guide', 'fig/next-steps-wizard'],
        );
        assert.match(blocks[0].attributes.content, /^<style>.*#7a3b8f.*<\/style>$/);
      }),

    'a hostile snippet does nothing, in the editor or on the page': () =>
      as('admin', async (page) => {
        let hasRun = false;
        page.on('dialog', (dialog) => {
          hasRun = true;
          void dialog.dismiss();
        });
        await steps.newPost(page, site);
        await steps.emptyParagraph(page);
        const hostile = readFileSync(
          new URL('../../test/fixtures/wordpress/pasted/div-hostile.html', import.meta.url),
          'utf8',
        );
        await steps.paste(page, hostile);
        const [{ name, attributes }] = await blocksOf(page);
        assert.equal(name, 'fig/guide');
        assert.equal(attributes.onclick, undefined);
        await steps.previewWords(page, 'failed-intervention-guide');
        const inPreview = await (
          await steps.canvasFrame(page)
        ).evaluate(() => document.querySelector('[data-fig-preview] failed-intervention-guide').getAttributeNames());
        assert.deepEqual(inPreview.sort(), ['region', 'session', 'sponsor-name']);
        assert.ok((await noticeIds(page)).includes('value-leave-target'), 'the author reads what is wrong');
        const { link } = await steps.publish(page);
        await page.goto(link);
        await page.locator('failed-intervention-guide crisis-help-bar a[href="tel:911"]').first().waitFor();
        assert.doesNotMatch(
          await page.locator('failed-intervention-guide').evaluate((node) => node.outerHTML),
          /javascript:|onclick|data:text/,
        );
        assert.equal(hasRun, false);
      }),

    'id and language of a snippet are kept': () =>
      as('author', async (page) => {
        await steps.newPost(page, site);
        await steps.emptyParagraph(page);
        await steps.paste(page, `<div id="guia" lang="es" class="failed-intervention-guide" data-region="US"></div>`);
        const [{ attributes, inner }] = await blocksOf(page);
        assert.deepEqual(attributes, { region: 'US', locale: 'es', anchor: 'guia' });
        assert.match(wordsIn(inner), /Llam.*911/, 'crisis lines in its language');
      }),

    'code of a snippet can still be pasted as code': () =>
      as('author', async (page) => {
        await steps.newPost(page, site);
        await page.evaluate(() => {
          const { blocks, data } = globalThis.wp;
          data.dispatch('core/block-editor').resetBlocks([blocks.createBlock('core/code')]);
        });
        const canvas = await steps.canvasOf(page);
        await canvas
          .locator('.wp-block-code [contenteditable="true"], .wp-block-code[contenteditable="true"]')
          .first()
          .click();
        await steps.paste(page, SNIPPETS['element on one line, without script']);
        const blocks = await blocksOf(page);
        assert.deepEqual(
          blocks.map(({ name }) => name),
          ['core/code'],
        );
        assert.match(wordsIn(blocks), /&lt;failed-intervention-guide region="US"/);
      }),

    'blocks turn into shortcode and Custom HTML, and back': () =>
      as('admin', async (page) => {
        await steps.newPost(page, site);
        const turned = await page.evaluate(() => {
          const { blocks } = globalThis.wp;
          const plain = ({ name, attributes, innerBlocks }) => ({
            name,
            attributes: JSON.parse(JSON.stringify(attributes)),
            inner: innerBlocks.map(plain),
          });
          const block = blocks.createBlock(
            'failed-intervention-guide/guide',
            { region: 'US', sponsorName: 'A "quoted" [center] & <more>' },
            [
              blocks.createBlock('core/paragraph', { content: 'Words <a href="tel:911">Call 911</a>' }),
              blocks.createBlock('failed-intervention-guide/lead-form', {}, [
                blocks.createBlock('core/shortcode', { text: '[contact-form-7 id="1"]' }),
              ]),
            ],
          );
          return ['core/shortcode', 'core/html'].map((name) => {
            const there = blocks.switchToBlockType(block, name);
            const back = blocks.switchToBlockType(there, 'failed-intervention-guide/guide');
            return { there: there.map(plain), back: back.map(plain) };
          });
        });
        for (const { there, back } of turned) {
          const text = there[0].attributes.text ?? there[0].attributes.content;
          assert.match(text, /region="US"/);
          assert.match(text, /\[contact-form-7 id="1"\]/);
          assert.equal(back.length, 1);
          assert.deepEqual(pick(back[0].attributes, ['region', 'sponsorName']), {
            region: 'US',
            sponsorName: 'A "quoted" [center] & <more>',
          });
          assert.deepEqual(
            back[0].inner.map(({ name }) => name),
            ['core/paragraph', 'failed-intervention-guide/lead-form'],
          );
          assert.equal(back[0].inner[1].inner[0].attributes.text, '[contact-form-7 id="1"]');
        }
      }),

    'a guide turns into a single part, and keeps what fits': () =>
      as('author', async (page) => {
        await steps.newPost(page, site);
        await steps.insertBlock(page, 'Guide with Your Form');
        await steps.selectBlock(page);
        await steps.setSetting(page, 'Words and region', 'Region', 'UK');
        await steps.setSetting(page, 'Requests for the center', 'A form elsewhere on this page', '#form');
        const part = await page.evaluate(() => {
          const { blocks, data } = globalThis.wp;
          const [guide] = data.select('core/block-editor').getBlocks();
          const [{ name, attributes, innerBlocks }] = blocks.switchToBlockType(
            guide,
            'failed-intervention-guide/next-steps-wizard',
          );
          return { name, attributes: { ...attributes }, inner: innerBlocks.map((block) => block.name) };
        });
        assert.equal(part.attributes.region, 'UK');
        assert.equal(part.attributes.leadForm, undefined);
        assert.deepEqual(part.inner, ['core/paragraph']);
      }),

    'a form is put into the guide, with what is missing said': () =>
      as('author', async (page) => {
        await steps.newPost(page, site);
        await steps.insertBlock(page, 'Failed Intervention Guide');
        await steps.selectBlock(page);
        await steps.setSetting(page, 'Words and region', 'Region', 'US');
        const panel = page.locator('.components-panel__body', { hasText: 'Requests for the center' }).last();
        await panel.getByRole('button', { name: 'Requests for the center' }).click();
        await page.getByRole('button', { name: 'Put your form into this block' }).click();
        await page.waitForFunction(() =>
          globalThis.wp.data
            .select('core/block-editor')
            .getBlocks()[0]
            .innerBlocks.some(({ name, innerBlocks }) => name.endsWith('/lead-form') && innerBlocks.length),
        );
        const canvas = await steps.canvasOf(page);
        await canvas.locator('[data-fig-notice="sponsor-incomplete"]').waitFor();
        await steps.selectBlock(page);
        for (const [label, value] of [
          ['Legal name', 'Example Recovery Center'],
          ['Phone', '(555) 010-0199'],
          ['License', 'CA 123456'],
          ['Who pays for this guide', 'Example Recovery Center'],
          ['Privacy policy', 'https://example.org/privacy'],
          ['Policy on health data', 'https://example.org/health-data'],
        ]) {
          await steps.setSetting(page, 'The center', label, value);
        }
        await canvas.locator('[data-fig-notice="sponsor-incomplete"]').waitFor({ state: 'detached' });
        await canvas.locator('.fig-editor-form textarea').fill('[contact-form-7 id="1"]');
        await comesBack(page, 'publish');
      }),

    'a wrong address is said beside the field, and stays there to be mended': () =>
      as('author', async (page) => {
        await steps.newPost(page, site);
        await steps.insertBlock(page, 'Crisis Help Bar');
        await steps.selectBlock(page);
        await steps.setSetting(page, 'Saving and privacy', '“Leave quickly” goes to', 'javascript:alert(1)');
        const field = await steps.settingField(page, 'Saving and privacy', '“Leave quickly” goes to');
        assert.equal(await field.inputValue(), 'javascript:alert(1)');
        await page
          .getByText('This has to be a whole address that begins with https://', { exact: false })
          .first()
          .waitFor();
        assert.ok((await noticeIds(page)).includes('value-leave-target'));
        const frame = await steps.canvasFrame(page);
        await steps.previewWords(page, 'crisis-help-bar');
        assert.equal(
          await frame.evaluate(() =>
            document.querySelector('[data-fig-preview] crisis-help-bar').hasAttribute('leave-target'),
          ),
          false,
          'what is wrong does not reach the preview',
        );
      }),

    'a region without crisis lines, and two guides, are said in the block': () =>
      as('author', async (page) => {
        await steps.newPost(page, site);
        await page.evaluate(() => {
          const { blocks, data } = globalThis.wp;
          const make = (region) => blocks.createBlock('failed-intervention-guide/guide', { region });
          data.dispatch('core/block-editor').resetBlocks([make('XX'), make('US')]);
        });
        const canvas = await steps.canvasOf(page);
        await canvas.locator('[data-fig-notice="two-guides"]').first().waitFor();
        assert.deepEqual((await noticeIds(page)).sort(), ['region-unknown', 'two-guides', 'two-guides']);
      }),

    'crisis lines in the post follow the region, and words of the author stay': () =>
      as('author', async (page) => {
        await steps.newPost(page, site);
        await steps.insertBlock(page, 'Failed Intervention Guide');
        await steps.selectBlock(page);
        await steps.setSetting(page, 'Words and region', 'Region', 'US');
        await page.evaluate(() => {
          const { blocks, data } = globalThis.wp;
          const [guide] = data.select('core/block-editor').getBlocks();
          const own = blocks.createBlock('core/paragraph', { content: 'Our own words' });
          data.dispatch('core/block-editor').insertBlock(own, 1, guide.clientId);
        });
        await steps.selectBlock(page);
        await steps.setSetting(page, 'Words and region', 'Region', 'AU');
        const words = wordsIn((await blocksOf(page))[0].inner);
        assert.match(words, /href="tel:000".*Our own words/s);
        assert.doesNotMatch(words, /911/);
      }),

    'a setting with & reads as its author entered it, also when the post is opened again': () =>
      as('author', async (page) => {
        await steps.newPost(page, site);
        await steps.insertBlock(page, 'Failed Intervention Guide');
        await steps.selectBlock(page);
        await steps.setSetting(page, 'The center', 'Legal name', 'Bay & "Sons"');
        const { id, link } = await steps.publish(page);
        await steps.openPost(page, site, id);
        await steps.selectBlock(page);
        const field = await steps.settingField(page, 'The center', 'Legal name');
        assert.equal(await field.inputValue(), 'Bay & "Sons"');
        await steps.previewWords(page, 'failed-intervention-guide');
        const canvas = await steps.canvasOf(page);
        const preview = canvas.locator('[data-fig-preview] failed-intervention-guide');
        assert.equal(await preview.getAttribute('sponsor-name'), 'Bay & "Sons"');
        await page.goto(link);
        assert.equal(await page.locator('failed-intervention-guide').getAttribute('sponsor-name'), 'Bay & "Sons"');
      }),

    'a setting of a newer version survives an edit': () =>
      as('author', async (page) => {
        await steps.newPost(page, site);
        const id = await page.evaluate(async () => {
          const content =
            '<!-- wp:failed-intervention-guide/guide {"region":"US","fromLater":"kept"} -->\n<!-- wp:paragraph -->\n<p>Words</p>\n<!-- /wp:paragraph -->\n<!-- /wp:failed-intervention-guide/guide -->';
          const post = await globalThis.wp.apiFetch({
            path: '/wp/v2/posts',
            method: 'POST',
            data: { title: 'Later', content, status: 'publish' },
          });
          return post.id;
        });
        await steps.openPost(page, site, id);
        assert.deepEqual(await steps.invalidBlocks(page), []);
        assert.ok((await noticeIds(page)).includes('unknown'));
        await steps.selectBlock(page);
        await steps.setSetting(page, 'Look', 'Colors', 'dark');
        await steps.saveAs(page, 'publish');
        const saved = await page.evaluate(() =>
          globalThis.wp.data.select('core/editor').getCurrentPostAttribute('content'),
        );
        assert.match(saved, /"region":"US"/);
        assert.match(saved, /"theme":"dark"/);
        assert.match(saved, /"fromLater":"kept"/);
      }),

    'settings of one post are kept, and the preview follows them': () =>
      as('author', async (page) => {
        await steps.newPost(page, site);
        await steps.insertBlock(page, 'Failed Intervention Guide');
        await openPostPanel(page);
        const panel = page.locator('.fig-editor-post');
        await panel.getByLabel('Region', { exact: true }).selectOption('CA');
        await (await steps.canvasOf(page)).locator('[data-fig-notice="region-missing"]').waitFor({ state: 'detached' });
        const { id } = await steps.publish(page);
        await steps.openPost(page, site, id);
        const region = await (
          await steps.canvasFrame(page)
        ).evaluate(() =>
          document.querySelector('[data-fig-preview] failed-intervention-guide')?.getAttribute('region'),
        );
        assert.equal(region, 'CA');
        const meta = await page.evaluate(
          () => globalThis.wp.data.select('core/editor').getCurrentPostAttribute('meta')._failed_intervention_guide,
        );
        assert.deepEqual(meta, { region: 'CA' });
        await steps.selectBlock(page);
        const field = await steps.settingField(page, 'Words and region', 'Region');
        assert.match(await field.locator('option').first().innerText(), /As set for this post \(Canada\)/);
      }),

    'when the script is blocked the block says so, and keeps the words': () =>
      as('author', async (page, context) => {
        await context.route(/kit\/.*embed\.js/, (route) => route.abort());
        await steps.newPost(page, site);
        await steps.insertBlock(page, 'Failed Intervention Guide');
        const canvas = await steps.canvasOf(page);
        await canvas.locator('.fig-editor-notice', { hasText: 'The preview could not be loaded.' }).waitFor();
        await canvas
          .locator('.fig-editor-words', { hasText: 'In danger? Call your local emergency number.' })
          .waitFor();
        await context.unroute(/kit\/.*embed\.js/);
        await canvas.getByRole('button', { name: 'Try again' }).click();
        assert.match(await steps.previewWords(page, 'failed-intervention-guide'), /After an intervention/);
      }),

    // The site must have a file wp-content/languages/es_ES.mo, else WordPress does not offer Spanish.
    'someone who uses WordPress in Spanish reads Spanish': () =>
      as('admin', async (page) => {
        await steps.newPost(page, site);
        const setLanguage = (locale) =>
          page.evaluate(
            (wanted) => globalThis.wp.apiFetch({ path: '/wp/v2/users/me', method: 'POST', data: { locale: wanted } }),
            locale,
          );
        await setLanguage('es_ES');
        try {
          await steps.newPost(page, site);
          const [first] = await steps.searchInserter(page, 'intervención');
          assert.equal(first, 'Guía tras una intervención fallida');
          await steps.insertBlock(page, first, 'intervención');
          await steps.selectBlock(page);
          await steps.setSetting(page, 'Palabras y región', 'Región', 'US');
          const canvas = await steps.canvasOf(page);
          await canvas.getByText('Se muestra hasta que la guía esté lista', { exact: false }).waitFor();
        } finally {
          await setLanguage('');
        }
      }),
  };

  async function pasteAll(page) {
    await steps.newPost(page, site);
    const wrong = [];
    for (const [name, snippet] of Object.entries(SNIPPETS)) {
      await steps.emptyParagraph(page);
      await steps.paste(page, snippet);
      const blocks = await blocksOf(page);
      const [guide] = blocks;
      const isRight =
        blocks.length === 1 &&
        guide.name === 'fig/guide' &&
        JSON.stringify(pick(guide.attributes)) === JSON.stringify(GIVEN) &&
        Object.keys(guide.attributes).length === 2 &&
        (name.includes('without words') ? /911/ : /In danger now\?/).test(wordsIn(guide.inner));
      if (!isRight) wrong.push(`${name}: ${JSON.stringify(blocks)}`);
    }
    assert.deepEqual(wrong, []);
    await comesBack(page, 'publish');
  }
}

const pick = (attributes, names = ['region', 'headingLevel']) =>
  Object.fromEntries(names.filter((name) => attributes[name] !== undefined).map((name) => [name, attributes[name]]));

async function openPostPanel(page) {
  await page.evaluate(async () => {
    const { dispatch } = globalThis.wp.data;
    await dispatch('core/block-editor').clearSelectedBlock();
    await dispatch('core/edit-post').openGeneralSidebar('edit-post/document');
  });
  const panel = page.locator('.fig-editor-post');
  await panel.waitFor();
  const toggle = panel.locator('.components-panel__body-title button');
  if ((await toggle.getAttribute('aria-expanded')) !== 'true') await toggle.click();
}
