// `npm run demo:wordpress`: a WordPress with the plugin, pages for families, and a user of each role. Needs neither PHP
// nor a database; downloads both from npm the first time. Options: -- --wordpress 6.5 --php 7.4 --port 9400
import { parseArgs } from 'node:util';
import { buildFromSource } from './build-wordpress.mjs';
import { formStandIn } from './wordpress/form-stand-in.mjs';
import { PHP, startSite, USERS, WORDPRESS } from './wordpress/site.mjs';

const { values } = parseArgs({
  options: {
    wordpress: { type: 'string', default: 'newest' },
    php: { type: 'string', default: '8.3' },
    port: { type: 'string', default: '9400' },
  },
});
for (const [name, known] of Object.entries({ wordpress: Object.keys(WORDPRESS), php: PHP })) {
  if (known.includes(values[name])) continue;
  console.error(`--${name} can be ${known.join(' or ')}.`);
  process.exit(1);
}

const port = Number(values.port);
if (!(Number.isInteger(port) && port > 0 && port < 65536)) {
  console.error('--port is a number from 1 to 65535.');
  process.exit(1);
}

const start = Date.now();
const seconds = () => `${Math.round((Date.now() - start) / 1000)} s`;
const say = (words) => console.log(`${seconds().padStart(5)}  ${words}`);

say('Building the plugin …');
const { folder } = await buildFromSource(say);
const site = await startSite({
  wordpress: values.wordpress,
  php: values.php,
  port,
  plugins: { 'failed-intervention-guide': folder, 'form-stand-in': formStandIn() },
  say,
}).catch((error) => {
  console.error(error.message);
  process.exit(1);
});
say('Writing the pages …');
const pages = await site.run('wordpress/site/php/demo.php');
const first = await fetch(pages.guide);
if (!first.ok || !(await first.text()).includes('<failed-intervention-guide')) {
  console.error(`${pages.guide} answered ${first.status}, without the guide in it.`);
  process.exit(1);
}
console.log(`
WordPress ${site.wordpress} on PHP ${site.phpVersion}, first page after ${seconds()}

  The guide, by block       ${pages.guide}
  Single widgets, shortcode ${pages.widgets}
  The div form              ${pages.div}
  In Spanish                ${pages.spanish}

  Edit the guide's page     ${site.url}wp-admin/post.php?post=${pages.guideId}&action=edit
  Settings of the plugin    ${site.url}wp-admin/options-general.php?page=failed-intervention-guide
  Users                     ${USERS.join(', ')}; the password of each is: password

Nothing in it is asked of another server. Ctrl+C ends it, and what was changed in it is gone.`);
