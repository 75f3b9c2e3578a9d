// Each role × way in × editor: what a real WordPress makes of it, and what a visitor then has.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSite } from '../page-helpers.mjs';

const WORDS = 'Words of our own.';
const LINE = 'In danger now? <a href="tel:911">Call 911</a>.';
const GUIDE = 'failed-intervention-guide';
const SCRIPT = '<script type="module" src="/kit/embed.js"></script>';
const FORM = '<form><label>Phone <input name="phone" type="tel" /></label><button>Send</button></form>';
/** In the block editor HTML stands in a Custom HTML block, and a shortcode in a block of its own. */
const inBlock = (name, code) => `<!-- wp:${name} -->\n${code}\n<!-- /wp:${name} -->`;
const bothEditors = (code, block = 'html') => ({ block: inBlock(block, code), classic: code });
const paragraph = `<!-- wp:paragraph -->\n<p>${WORDS} ${LINE}</p>\n<!-- /wp:paragraph -->`;

/** What authors put into a post, by way and editor. */
export const WAYS = {
  'script and element, one line': bothEditors(
    `<section>${SCRIPT}<${GUIDE} region="US">${WORDS} ${LINE}</${GUIDE}></section>`,
  ),
  'element with blocks and a form': bothEditors(
    `<${GUIDE} region="US">\n\n<p>${WORDS} ${LINE}</p>\n\n<div slot="lead-form">${FORM}</div>\n\n</${GUIDE}>`,
  ),
  'div form': bothEditors(`<div class="${GUIDE}" data-region="US">${WORDS} ${LINE}</div>`),
  shortcode: bothEditors('[failed_intervention_guide region="US"]', 'shortcode'),
  'shortcode with words and a form': bothEditors(
    `[failed_intervention_guide region="US"]${WORDS} ${LINE}[failed_intervention_lead_form][fig_test_form][/failed_intervention_lead_form][/failed_intervention_guide]`,
    'shortcode',
  ),
  'settings in a script': bothEditors(
    `${SCRIPT}<${GUIDE} region="US">${WORDS}</${GUIDE}><script type="application/json">{\n\n"region": "US"\n\n}</script>`,
  ),
  block: {
    block: `<!-- wp:${GUIDE}/guide {"region":"US"} -->\n${paragraph}\n<!-- /wp:${GUIDE}/guide -->`,
  },
  'block with a form': {
    block: `<!-- wp:${GUIDE}/guide {"region":"US"} -->\n${paragraph}\n<!-- wp:${GUIDE}/lead-form -->\n${inBlock('shortcode', '[fig_test_form]')}\n<!-- /wp:${GUIDE}/lead-form -->\n<!-- /wp:${GUIDE}/guide -->`,
  },
};
