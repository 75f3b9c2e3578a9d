// `npm run demo:wordpress`: a WordPress with the plugin and some pages in it, on a machine without PHP or a database.
// `-- --wordpress 6.5 --php 7.4 --port 8080` choose; the newest WordPress on PHP 8.3 is the default.
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { buildWordPress, isKitStale } from './build-wordpress.mjs';
import { DEMO_PAGES } from './wordpress/demo-pages.mjs';
import { PHP, startSite, USERS, WORDPRESS } from './wordpress/site.mjs';

const began = performance.now();
const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
const say = (words) => console.log(`[${seconds()}] ${words}`);

try {
  const { wordpress, php, port } = chosen();
  if (isKitStale()) {
    say('Building the kit …');
    await build();
  }
  say('Building the plugin …');
  const { folder } = await buildWordPress();
  const site = await startSite({ wordpress, php, port, plugins: { 'failed-intervention-guide': folder }, say });
  say('Writing the pages …');
  const { links, problem } = await site.run('wordpress/site/php/demo.php', { pages: DEMO_PAGES });
  if (problem) throw new Error(problem);
  const asked = performance.now();
  const response = await fetch(links[0]);
  const text = await response.text();
  if (!response.ok || !text.includes('<failed-intervention-guide')) {
    throw new Error(`The page with the guide answered ${response.status}, without the guide in it.`);
  }
  say(`First page: ${seconds()} after the start; a page takes about ${Math.round(performance.now() - asked)} ms.`);
  console.log(`
WordPress ${site.wordpress} on PHP ${php}. Ctrl+C ends it, and deletes what you wrote in it.

  The guide, as a block   ${links[0]}
  Parts, by shortcode     ${links[1]}
  A part, as a div        ${links[2]}
  Administration          ${site.url}wp-admin/
  Its settings            ${site.url}wp-admin/options-general.php?page=failed-intervention-guide

  Users: ${USERS.join(', ')}. The password of each is: password`);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

/** What was asked for on the command line. */
function chosen() {
  const { values } = parseArgs({
    options: {
      wordpress: { type: 'string', default: 'newest' },
      php: { type: 'string', default: '8.3' },
      port: { type: 'string' },
    },
  });
  const { wordpress, php } = values;
  const port = values.port === undefined ? undefined : Number(values.port);
  if (!WORDPRESS[wordpress]) throw new Error(`--wordpress is one of: ${Object.keys(WORDPRESS).join(', ')}.`);
  if (!PHP.includes(php)) throw new Error(`--php is one of: ${PHP.join(', ')}.`);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
    throw new Error('--port is a number from 1 to 65535.');
  }
  return { wordpress, php, port };
}
