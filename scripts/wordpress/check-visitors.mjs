// What visitors, and people who are signed in, see of pages with the plugin: when all is well, and when it is not.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { axe } from '../page-helpers.mjs';
import { logIn } from './editor-steps.mjs';
import { createPost, guideWorks, visitPage } from './site-steps.mjs';

const TAG = 'failed-intervention-guide';
const paragraph = (words) => `<!-- wp:paragraph -->\n<p>${words}</p>\n<!-- /wp:paragraph -->`;
const OWN_WORDS = 'Words of our own.';
const block = (attributes = { region: 'US' }) =>
  `<!-- wp:${TAG}/guide ${JSON.stringify(attributes)} -->\n${paragraph(OWN_WORDS)}\n<!-- /wp:${TAG}/guide -->`;
const shortcode = (code) => `<!-- wp:shortcode -->\n${code}\n<!-- /wp:shortcode -->`;

/** An address with one more thing to ask for. */
function asked(link, name, value) {
  const url = new URL(link);
  url.searchParams.set(name, value);
  return url.href;
}

/** The crisis lines of the United States, where the script does not run. */
async function wordsStay(page, { own = true } = {}) {
  if (own) assert.ok(await page.getByText(OWN_WORDS).isVisible(), 'the author’s words');
  for (const name of ['Call 911', 'Call 988']) {
    assert.ok(await page.getByRole('link', { name, exact: true }).first().isVisible(), name);
  }
  assert.equal(await page.locator('.fig-notice').count(), 0, 'a visitor sees no note');
}

/** Checks by name, on a site whose settings say nothing of a region. */
export function visitorChecks({ site, browser }) {
  const write = (content, more) => createPost(site, { content, ...more });
  /** Another plugin that takes tags out of what is shown; and one that sends a policy. */
  writeFileSync(join(site.folder, 'wp-content/mu-plugins/others.php'), OTHERS);
  const kitFiles = (requests) => requests.filter((url) => url.includes('/kit/'));

  return {
    'a page with the block works for visitors: quiet console, nothing asked of others, the script once, no axe finding in the guide':
      async () => {
        const { link } = await write(block());
        const { page, context, trouble, requests } = await visitPage(browser, link);
        await guideWorks(page);
        assert.deepEqual(trouble, []);
        assert.deepEqual(
          requests.filter((url) => !url.startsWith(site.url) && !url.startsWith('data:') && !url.startsWith('blob:')),
          [],
        );
        const kit = kitFiles(requests);
        assert.ok(kit.length > 2 && kit.every((url) => url.includes(`/plugins/${TAG}/kit/`)), kit.join());
        assert.equal(new Set(kit).size, kit.length, 'no file is asked for twice');
        assert.equal(await page.locator(`${TAG}:defined`).count(), 1);
        const findings = (await axe(page)).filter((finding) => finding.includes(TAG));
        assert.deepEqual(findings, []);
        await context.close();
      },
    'a page without anything of ours asks for nothing of ours': async () => {
      const { link } = await write(paragraph('Nothing here.'));
      const { requests, context, page } = await visitPage(browser, link);
      assert.deepEqual(kitFiles(requests), []);
      assert.ok(!(await page.content()).includes('--fig-accent'));
      await context.close();
    },
    'every single widget works by its shortcode, several on a page': async () => {
      const codes = ['failure_reason_checklist', 'next_steps_wizard', 'contingency_planner', 'family_self_care_card'];
      const { link } = await write(codes.map((code) => shortcode(`[${code} region="US"]`)).join('\n'));
      const { page, context, trouble } = await visitPage(browser, link);
      for (const code of codes) {
        await page
          .locator(`${code.replaceAll('_', '-')} .title`)
          .first()
          .waitFor();
      }
      assert.deepEqual(trouble, []);
      await context.close();
    },
    'the div form of an author works, also where the plugin is': async () => {
      const { link } = await write(
        `<!-- wp:html -->\n<div class="${TAG}" data-region="US" data-heading-level="3">${OWN_WORDS}</div>\n<!-- /wp:html -->`,
      );
      const { page, context, trouble } = await visitPage(browser, link);
      await guideWorks(page);
      assert.equal(await page.locator(`div.${TAG} > ${TAG}[heading-level="3"]`).count(), 1);
      assert.deepEqual(trouble, []);
      await context.close();
    },
    'script blocked, or switched off: words and crisis lines, no error in sight': async () => {
      const { link } = await write(block());
      const blocked = await visitPage(browser, link, { block: '**/kit/**' });
      await wordsStay(blocked.page);
      await blocked.context.close();
      const without = await visitPage(browser, link, { javaScriptEnabled: false });
      await wordsStay(without.page);
      await without.context.close();
      const policy = await visitPage(browser, asked(link, 'fig_policy', '1'));
      await wordsStay(policy.page);
      assert.ok(policy.trouble.some((line) => /Content Security Policy/i.test(line)));
      await policy.context.close();
    },
    'an author without words of their own: ours, from the content, and never an empty tag': async () => {
      for (const content of [
        `<!-- wp:${TAG}/guide {"region":"US"} /-->`,
        shortcode('[failed_intervention_guide region="US"]'),
        `<!-- wp:${TAG}/guide {"region":"US"} -->\n<!-- wp:paragraph -->\n<p></p>\n<!-- /wp:paragraph -->\n<!-- /wp:${TAG}/guide -->`,
      ]) {
        const { link } = await write(content);
        const { page, context } = await visitPage(browser, link, { javaScriptEnabled: false });
        await wordsStay(page, { own: false });
        await page.getByRole('heading', { name: 'After an intervention that did not work' }).waitFor();
        await context.close();
      }
    },
    'content filtered by another plugin: words and crisis lines': async () => {
      const { link } = await write(block());
      for (const filter of ['strip', 'wrap']) {
        const { page, context } = await visitPage(browser, asked(link, 'fig_filter', filter), {
          javaScriptEnabled: false,
        });
        await wordsStay(page);
        await context.close();
      }
      const wrapped = await visitPage(browser, asked(link, 'fig_filter', 'wrap'));
      await wrapped.page.getByRole('link', { name: 'Call 911' }).first().waitFor();
      await wrapped.context.close();
    },
    'unknown attribute, wrong region, hostile values: visitors see the guide and no error, its author sees what to do':
      async () => {
        const { link } = await write(
          shortcode(
            '[failed_intervention_guide region="XX" color="red" heading_level="9" leave_target="javascript:alert(1)" content_src="javascript:alert(1)" sponsor_name="A &quot;onmouseover=alert(1)"]',
          ),
        );
        const { page, context, trouble } = await visitPage(browser, link);
        await page.getByRole('heading', { name: 'Where are you right now?' }).waitFor();
        await page.getByText('local emergency number').filter({ visible: true }).first().waitFor();
        const names = await page.locator(TAG).evaluate((element) => element.getAttributeNames());
        assert.deepEqual(names, ['region', 'sponsor-name']);
        assert.equal(await page.locator('.fig-notice').count(), 0);
        assert.deepEqual(
          trouble.filter((line) => !line.startsWith('failed-intervention-guide:')),
          [],
          'only what is meant for the one who runs the page',
        );
        await context.close();

        const author = await logIn(browser, site, 'author');
        await author.page.goto(link);
        const note = author.page
          .getByRole('note')
          .filter({ hasText: 'only people who can edit this page see this note' });
        const words = await note.first().innerText();
        for (const part of [
          '“color”',
          '“heading-level”',
          'Use one of: 1, 2, 3, 4, 5, 6',
          '“XX”',
          'US, CA, UK, AU',
          '“leave-target”',
          'https://',
        ]) {
          assert.ok(words.includes(part), `${part} in: ${words}`);
        }
        await author.context.close();
        const other = await logIn(browser, site, 'contributor'); // may not edit the author's post
        await other.page.goto(link);
        await other.page.getByRole('heading', { name: 'Where are you right now?' }).waitFor();
        assert.equal(await other.page.locator('.fig-notice').count(), 0);
        await other.context.close();
      },
    'the script blocked: people who can edit the page are told what to do, after a while': async () => {
      const { link } = await write(block());
      const { page, context } = await logIn(browser, site, 'author');
      await page.route('**/kit/**', (route) => route.abort());
      await page.goto(link);
      await page.getByText('The script of the guide did not run here').waitFor({ state: 'visible' });
      assert.ok(await page.getByText(OWN_WORDS).isVisible());
      await context.close();
    },
    'facts about the center are missing: the guide works without the offer, and its author is told which': async () => {
      const { link } = await write(block({ region: 'US', lead: 'offer', sponsorName: 'Cedar Hollow' }));
      const visitor = await visitPage(browser, link);
      await guideWorks(visitor.page);
      assert.equal(await visitor.page.getByRole('button', { name: 'Ask to be contacted' }).count(), 0);
      await visitor.context.close();
      const { page, context } = await logIn(browser, site, 'author');
      await page.goto(link);
      const words = await page.getByRole('note').first().innerText();
      for (const fact of ['Office phone', 'License', 'Paid for by', 'Privacy policy', 'Health data policy']) {
        assert.ok(words.includes(fact), words);
      }
      await context.close();
    },
    'settings of one post: Spanish words for a post, and the block still says otherwise': async () => {
      const meta = { _failed_intervention_guide: { locale: 'es', region: 'US', save: 'offer' } };
      const { link } = await write(`${block({})}\n${block({ locale: 'en', session: 'separate' })}`, { meta });
      const { page, context } = await visitPage(browser, link);
      await page.getByRole('link', { name: 'Llamar al 911' }).filter({ visible: true }).first().waitFor();
      await guideWorks(page);
      const set = await page
        .locator(TAG)
        .evaluateAll((all) => all.map((one) => [one.getAttribute('locale'), one.getAttribute('save')]));
      assert.deepEqual(set, [
        ['es', 'offer'],
        ['en', 'offer'],
      ]);
      await context.close();
    },
    'feeds have the words and the crisis lines, and nothing that needs the script': async () => {
      await write(block(), { title: 'For the feed' });
      const feed = await (await fetch(`${site.url}?feed=rss2`)).text();
      assert.ok(feed.includes(OWN_WORDS) && feed.includes('tel:911'));
      assert.ok(!feed.includes(`<${TAG}`));
      assert.ok(!feed.includes('kit/embed.js'));
    },
    'the REST API gives visitors the element with its words, and no note': async () => {
      const { id } = await write(shortcode('[failed_intervention_guide region="XX"]'));
      const { content } = await (await fetch(`${site.url}?rest_route=/wp/v2/posts/${id}`)).json();
      assert.ok(content.rendered.includes(`<${TAG} region="XX">`));
      assert.ok(!content.rendered.includes('fig-notice'));
    },
  };
}

const OTHERS = `<?php
// What other plugins do to a page, for tests.
add_filter(
	'the_content',
	static function ( $html ) {
		$filter = isset( $_GET['fig_filter'] ) ? $_GET['fig_filter'] : '';
		if ( 'strip' === $filter ) {
			return wp_kses( $html, array( 'p' => array(), 'a' => array( 'href' => array() ), 'h2' => array() ) );
		}
		return 'wrap' === $filter ? '<p>' . $html . '</p>' : $html;
	},
	999
);
add_action(
	'send_headers',
	static function () {
		if ( isset( $_GET['fig_policy'] ) ) {
			header( "Content-Security-Policy: script-src 'none'" );
		}
	}
);
`;
