// Each role × way in × editor: what a real WordPress makes of it, and what a visitor then has.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '../serve.mjs';

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
    `[failed_intervention_guide region="US"]${WORDS} ${LINE}[failed_intervention_lead_form][contact-form-7 id="12"][/failed_intervention_lead_form][/failed_intervention_guide]`,
    'shortcode',
  ),
  'settings in a script': bothEditors(
    `${SCRIPT}<${GUIDE} region="US">${WORDS}</${GUIDE}><script type="application/json">{\n\n"region": "US"\n\n}</script>`,
  ),
  block: {
    block: `<!-- wp:${GUIDE}/guide {"region":"US"} -->\n${paragraph}\n<!-- /wp:${GUIDE}/guide -->`,
  },
  'block with a form': {
    block: `<!-- wp:${GUIDE}/guide {"region":"US"} -->\n${paragraph}\n<!-- wp:${GUIDE}/lead-form -->\n${inBlock('shortcode', '[contact-form-7 id="12"]')}\n<!-- /wp:${GUIDE}/lead-form -->\n<!-- /wp:${GUIDE}/guide -->`,
  },
};

const ROLES = ['admin', 'editor', 'author', 'contributor'];
const ROLE_NAMES = { admin: 'administrator', super: 'super admin' };
const roleName = (role) => ROLE_NAMES[role] ?? role;

/** What a visitor can have of a cell. */
const WORKS = 'works';
const ALONE = 'words';
const WORKS_WITH_FORM = 'works, with form';
const WORKS_BELOW = 'works, words below it';
const LITTER = 'words, and code to be seen';
const LITTER_WORKS = 'works, and code to be seen';
const CODE = 'code to be seen';

const filtered = (verdict) => ({ filtered: verdict });
/** With the plugin all cells are the same for all roles, but for what a role may not save: forms. */
const WITH_PLUGIN = {
  'script and element, one line': WORKS,
  'element with blocks and a form': { raw: WORKS_WITH_FORM, ...filtered(WORKS) },
  'div form': WORKS,
  shortcode: WORKS,
  'shortcode with words and a form': WORKS_WITH_FORM,
  'settings in a script': { raw: WORKS, ...filtered(LITTER_WORKS) },
  block: WORKS,
  'block with a form': WORKS_WITH_FORM,
};
/** Without it, but with the script added to the site. */
const WITHOUT_PLUGIN = {
  'script and element, one line': { raw: WORKS, ...filtered(ALONE) },
  'element with blocks and a form': { raw: { block: WORKS_WITH_FORM, classic: WORKS_BELOW }, ...filtered(ALONE) },
  'div form': WORKS,
  shortcode: CODE,
  'shortcode with words and a form': LITTER,
  'settings in a script': { raw: WORKS, ...filtered(LITTER) },
  block: ALONE,
  'block with a form': ALONE, // and the form, from its own plugin
};

/**
 * Who is asked: roles, whether a network, whether raw HTML is forbidden for all, and who may post raw HTML.
 * `prepare` brings the site there.
 */
const SETTINGS = {
  'single site': { roles: ROLES, raw: ['admin', 'editor'] },
  'single site, raw HTML forbidden': { roles: ['admin', 'author'], raw: [], disallow: true },
};
export const NETWORK = { network: { roles: ['super', 'admin', 'editor', 'author'], raw: ['super'] } };

/** The words of a cell: `raw` and `filtered` say more when they differ. */
function expected(table, way, editor, isRaw) {
  const cell = table[way];
  const of = typeof cell === 'object' ? cell[isRaw ? 'raw' : 'filtered'] : cell;
  return typeof of === 'object' ? of[editor] : of;
}

/**
 * Checks of the matrix on a site, and the rows of the table they make.
 * @param options.settings Which of the settings above.
 * @param options.hasPlugin Whether the plugin is active there.
 */
export function matrixChecks({ site, browser, hasPlugin, settings = SETTINGS, rows = [] }) {
  const name = hasPlugin ? 'with the plugin' : 'without the plugin';
  const table = hasPlugin ? WITH_PLUGIN : WITHOUT_PLUGIN;
  return Object.fromEntries(
    Object.entries(settings).map(([setting, { roles, raw, disallow = false }]) => [
      `${site.wordpress}, ${setting}, ${name}: each way in, by role and editor, gives visitors what the docs say`,
      async () => {
        const cells = await site.run('wordpress/site/php/matrix.php', { ways: WAYS, roles, disallow });
        assert.equal(cells.length, roles.length * Object.values(WAYS).flatMap(Object.keys).length);
        const failed = cells.filter(({ error }) => error);
        assert.deepEqual(failed, [], 'not saved');
        const verdicts = await judge(browser, cells, hasPlugin);
        const wrong = [];
        cells.forEach(({ role, way, editor, html }, index) => {
          const verdict = verdicts[index];
          rows.push({ setting, plugin: hasPlugin, role: roleName(role), way, editor, verdict });
          const right = expected(table, way, editor, raw.includes(role));
          if (verdict !== right) wrong.push(`${role} · ${way} · ${editor}: ${verdict}, not ${right}\n${html}`);
        });
        assert.equal(wrong.join('\n'), '');
      },
    ]),
  );
}

/** What a visitor has of each cell, looked at in a browser. */
async function judge(browser, cells, hasPlugin) {
  const folder = mkdtempSync(join(tmpdir(), 'fig-matrix-'));
  const server = await serve({ folders: { '/kit/': 'dist', '/': folder } });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  const known = new Map();
  try {
    const verdicts = [];
    for (const { html, script } of cells) {
      // Without the plugin, an administrator has added the script to the site; with it, the plugin does where it is used.
      const scripts = script || !hasPlugin ? SCRIPT : '';
      const text = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><main>${html}</main>${scripts}</html>`;
      if (!known.has(text)) {
        writeFileSync(join(folder, 'page.html'), text);
        known.set(text, await verdict(page, `${server.url}page.html`));
      }
      verdicts.push(known.get(text));
    }
    return verdicts;
  } finally {
    await context.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function verdict(page, url) {
  await page.goto(url);
  const waits = await page.locator(`${GUIDE}, div.${GUIDE}`).count();
  if (waits) {
    await page
      .getByRole('heading', { name: 'Where are you right now?' })
      .waitFor({ timeout: 10_000 })
      .catch(() => {});
  }
  const works = await page.getByRole('heading', { name: 'Where are you right now?' }).isVisible();
  if (works) assert.ok(await page.getByRole('link', { name: 'Call 911' }).first().isVisible(), 'help is in sight');
  const main = await page.locator('main').innerText(); // what can be read, without what is in shadow roots
  const hasWords = main.includes(WORDS);
  const hasLine = (await page.locator('main a[href="tel:911"]').count()) > 0;
  const hasCode = /\[\/?(?:failed|contact)|[”"“]region[”"“]|\}/.test(main);
  const hasForm = await page.locator(`${GUIDE} > [slot="lead-form"] input`).count();
  if (works && hasCode) return LITTER_WORKS;
  if (works && hasWords) return WORKS_BELOW;
  if (works) return hasForm ? WORKS_WITH_FORM : WORKS;
  if (!hasWords && !hasCode) return 'nothing';
  assert.ok(hasLine || hasCode, `the crisis line is gone: ${main}`);
  if (hasCode) return hasWords ? LITTER : CODE;
  return ALONE;
}

/** The table in Markdown: a row for each way in, a column for each role. */
export function matrixTable(rows) {
  const of = (plugin) => rows.filter((row) => row.plugin === plugin && row.setting === 'single site');
  return [true, false]
    .map((plugin) => {
      const roles = [...new Set(of(plugin).map(({ role }) => role))];
      const ways = Object.keys(WAYS);
      const cell = (role, way) => {
        const found = of(plugin).filter((row) => row.role === role && row.way === way);
        const verdicts = [...new Set(found.map(({ verdict }) => verdict))];
        if (verdicts.length === 1) return verdicts[0];
        return found
          .map(({ editor, verdict }) => `${editor === 'block' ? 'block editor' : 'Classic Editor'}: ${verdict}`)
          .join('; ');
      };
      return [
        plugin ? '**With the plugin**' : '**Without the plugin**, the script added to the site',
        '',
        `| Way in | ${roles.join(' | ')} |`,
        `| --- | ${roles.map(() => '---').join(' | ')} |`,
        ...ways.map((way) => `| ${way} | ${roles.map((role) => cell(role, way)).join(' | ')} |`),
        '',
      ].join('\n');
    })
    .join('\n');
}
