import { describe, expect, it } from 'vitest';
import { compileFolder } from '../../../src/content/compile/folder.js';
import {
  checkSnippet,
  createSnippet,
  crisisFallback,
  formLabels,
  SNIPPET_TARGETS,
  SnippetError,
  type SnippetOptions,
  type SnippetTarget,
} from '../../../src/snippet/snippet.js';
import { ENGLISH, SPANISH } from '../helpers.js';
import { attributesIn, blocksIn, CENTER, codeOf, elementsIn, OPTIONS, tagsIn, textIn } from './helpers.js';

const english = (await compileFolder(ENGLISH)).bundle;
const spanish = (await compileFolder(SPANISH)).bundle;
if (!english || !spanish) throw new Error('The built-in words have problems.');

const attributes = (more: Readonly<Record<string, string>>): SnippetOptions => ({
  ...OPTIONS,
  attributes: { ...OPTIONS.attributes, ...more },
});

describe('options that no snippet can be made of', () => {
  it.each<[id: string, field: string, options: SnippetOptions, says: RegExp, target?: SnippetTarget]>([
    ['elements-none', 'elements', { ...OPTIONS, elements: [] }, /at least one/],
    ['element-unknown', 'elements', { ...OPTIONS, elements: ['img onerror=alert(1)'] }, /There are <failed-/],
    ['element-twice', 'elements', { ...OPTIONS, elements: ['crisis-help-bar', 'crisis-help-bar'] }, /Take one out/],
    ['script-url-missing', 'scriptUrl', { ...OPTIONS, scriptUrl: '' }, /Give the address of embed\.js/],
    ['script-url-unsafe', 'scriptUrl', { ...OPTIONS, scriptUrl: 'javascript:alert(1)' }, /Write one such as/],
    ['script-url-unsafe', 'scriptUrl', { ...OPTIONS, scriptUrl: '//elsewhere.example/x.js' }, /Write one/],
    ['script-url-unsafe', 'scriptUrl', { ...OPTIONS, scriptUrl: 'https://good.example@bad.example/x.js' }, /Write/],
    ['script-url-unsafe', 'scriptUrl', { ...OPTIONS, scriptUrl: 'data:text/javascript,alert(1)' }, /Write one/],
    ['attribute-unknown', 'attributes.regon', attributes({ regon: 'US' }), /There are .*region/],
    ['attribute-unknown', 'attributes.onclick', attributes({ onclick: 'alert(1)' }), /no attribute/],
    ['attribute-unknown', 'attributes.constructor', attributes({ constructor: 'x' }), /no attribute/],
    ['attribute-not-taken', 'attributes.entry', attributes({ entry: 'myths' }), /Only <family-learning-library>/],
    ['attribute-lines', 'attributes.sponsor-name', attributes({ 'sponsor-name': 'a\nb' }), /one line/],
    ['attribute-value', 'attributes.theme', attributes({ theme: 'blue' }), /Use "auto", "light", "dark"/],
    ['attribute-https', 'attributes.leave-target', attributes({ 'leave-target': 'javascript:alert(1)' }), /https:\/\//],
    ['attribute-https', 'attributes.leave-target', attributes({ 'leave-target': 'http://example.org/' }), /https:\/\//],
    ['attribute-https', 'attributes.sponsor-privacy-url', attributes({ 'sponsor-privacy-url': 'https:x' }), /whole/],
    ['attribute-address', 'attributes.content-src', attributes({ 'content-src': 'java script:x' }), /begins with/],
    ['token-unknown', 'tokens.--fig-acent', { ...OPTIONS, tokens: { '--fig-acent': 'red' } }, /There are --fig-/],
    ['token-unknown', 'tokens.color', { ...OPTIONS, tokens: { color: 'red' } }, /There are --fig-/],
    ['token-value', 'tokens.--fig-accent', { ...OPTIONS, tokens: { '--fig-accent': 'red;' } }, /Write a color/],
    [
      'token-not-taken',
      'tokens.--fig-sticky-offset',
      { ...OPTIONS, elements: ['crisis-help-bar'], tokens: { '--fig-sticky-offset': '4em' } },
      /Only <failed-intervention-guide>/,
    ],
    [
      'lead-no-element',
      'lead.way',
      { ...OPTIONS, elements: ['crisis-help-bar'], lead: { way: 'event' } },
      /Choose one/,
    ],
    ['lead-form-missing', 'lead.form', { ...OPTIONS, lead: { way: 'form' } }, /such as "#contact-form"/],
    ['lead-form-lines', 'lead.form', { ...OPTIONS, lead: { way: 'form', form: '#a\n' } }, /one line/],
    ['lead-name', 'lead.name', { ...OPTIONS, lead: { way: 'inside', name: 'a b' } }, /Use letters/],
    ['lead-way-unknown', 'lead.way', { ...OPTIONS, lead: { way: 'mail' as 'form' } }, /Use "none", "form"/],
    ['fallback-link', 'fallback', { ...OPTIONS, fallback: [[{ text: 'x', href: 'javascript:x' }]] }, /begins with/],
    ['fallback-lines', 'fallback', { ...OPTIONS, fallback: 'a\u0007' }, /control characters/],
    ['after-lines', 'after', { ...OPTIONS, after: 'h1\u2028' }, /one line/, 'tag-manager'],
    ['target-unknown', 'target', OPTIONS, /Use "html"/, 'drupal' as 'html'],
  ])('%s (%s)', (id, field, options, says, target = 'html') => {
    expect(checkSnippet(options, target)).toEqual([{ id, field, text: expect.stringMatching(says) }]);
    expect(() => createSnippet(options, target)).toThrow(SnippetError);
  });

  it('are all named at once, in one error', () => {
    const options = { ...OPTIONS, scriptUrl: 'x', attributes: { a: '1', theme: 'b' }, tokens: { c: 'd' } };
    try {
      createSnippet(options, 'html');
      expect.unreachable();
    } catch (error) {
      const { issues, message } = error as SnippetError;
      expect(issues.map(({ id }) => id)).toEqual([
        'script-url-unsafe',
        'attribute-unknown',
        'attribute-value',
        'token-unknown',
      ]);
      expect(message.split('\n')).toHaveLength(4);
    }
  });

  it('need no address of a script where the npm package or the plugin brings it', () => {
    for (const target of ['react', 'vue', 'wordpress-block', 'wordpress-shortcode'] as const) {
      expect(checkSnippet({ ...OPTIONS, scriptUrl: '' }, target)).toEqual([]);
      const code = createSnippet({ ...OPTIONS, scriptUrl: '/kit/embed.js' }, target).parts.map((part) => part.code);
      expect(code.join()).not.toContain('/kit/embed.js');
    }
  });

  it('are not empty values, which are left out', () => {
    const code = codeOf({ ...attributes({ theme: '' }), tokens: { '--fig-accent': '' } }, 'html', 'html');
    expect(code).not.toMatch(/theme|style/);
  });
});

describe('warnings', () => {
  const full = attributes(CENTER);
  const form: SnippetOptions = { ...full, lead: { way: 'form', form: '#f' } };
  const way = (one: 'slot' | 'event' | 'inside'): SnippetOptions => ({ ...full, lead: { way: one } });
  const colored: SnippetOptions = { ...OPTIONS, tokens: { '--fig-accent': 'teal' } };
  const without = (name: string) => ({ ...form, attributes: { ...form.attributes, [name]: '' } });
  type Case = [id: string, options: SnippetOptions, target: SnippetTarget];
  type Other = [options: SnippetOptions, target: SnippetTarget];
  const pairs: readonly (readonly [appears: Case, not: Other])[] = [
    [
      ['region-missing', attributes({ region: '' }), 'html'],
      [OPTIONS, 'html'],
    ],
    [
      ['region-unknown', attributes({ region: 'FR' }), 'html'],
      [attributes({ region: 'gb' }), 'html'],
    ],
    [
      ['region-unknown', attributes({ region: 'constructor' }), 'html'],
      [attributes({ region: 'FR', 'content-src': '/fr.json' }), 'html'],
    ],
    [
      ['locale-unknown', attributes({ locale: 'fr' }), 'html'],
      [attributes({ locale: 'es-MX' }), 'html'],
    ],
    [
      ['fallback-missing', { ...OPTIONS, fallback: ' ' }, 'vue'],
      [OPTIONS, 'vue'],
    ],
    [
      ['script-http', { ...OPTIONS, scriptUrl: 'http://example.org/kit/embed.js' }, 'html'],
      [OPTIONS, 'html'],
    ],
    [
      ['script-http', { ...OPTIONS, scriptUrl: 'http://example.org/kit/embed.js' }, 'html'],
      [OPTIONS, 'react'],
    ],
    [
      ['save-offer', attributes({ save: 'offer' }), 'react'],
      [attributes({ save: 'off' }), 'react'],
    ],
    [
      ['events-full', attributes({ events: 'full' }), 'html'],
      [attributes({ events: 'coarse' }), 'html'],
    ],
    ...Object.keys(CENTER).map((name): readonly [Case, Other] => [
      ['sponsor-incomplete', without(name), 'html'],
      [form, 'html'],
    ]),
    [
      ['lead-region', { ...form, attributes: { ...CENTER, region: 'CA' } }, 'html'],
      [form, 'html'],
    ],
    [
      ['lead-impossible', way('inside'), 'wordpress-shortcode'],
      [way('inside'), 'html'],
    ],
    [
      ['lead-impossible', way('inside'), 'wordpress-block'],
      [way('slot'), 'wordpress-block'],
    ],
    [
      ['lead-impossible', way('slot'), 'tag-manager'],
      [way('event'), 'tag-manager'],
    ],
    [
      ['contact-without-lead', { ...full, elements: ['center-contact'] }, 'html'],
      [{ ...form, elements: ['center-contact'] }, 'html'],
    ],
    [
      ['lead-form-fields', form, 'html'],
      [way('slot'), 'html'],
    ],
    [
      ['lead-event-script', way('event'), 'react'],
      [form, 'react'],
    ],
    [
      ['strict-csp', colored, 'html'],
      [OPTIONS, 'html'],
    ],
    [
      ['strict-csp', colored, 'wordpress-html'],
      [colored, 'tag-manager'],
    ],
    [
      ['wp-raw-html', OPTIONS, 'wordpress-html'],
      [OPTIONS, 'wordpress-shortcode'],
    ],
    [
      ['wp-multisite', OPTIONS, 'wordpress-html'],
      [OPTIONS, 'wordpress-block'],
    ],
    [
      ['wp-code-view', OPTIONS, 'wordpress-html'],
      [OPTIONS, 'html'],
    ],
    [
      ['wp-classic', OPTIONS, 'wordpress-html'],
      [OPTIONS, 'wordpress-shortcode'],
    ],
    [
      ['wp-form-stripped', way('slot'), 'wordpress-html'],
      [form, 'wordpress-html'],
    ],
    [
      ['wp-texturize', OPTIONS, 'wordpress-block'],
      [OPTIONS, 'html'],
    ],
    [
      ['wp-plugin', OPTIONS, 'wordpress-block'],
      [OPTIONS, 'wordpress-div'],
    ],
    [
      ['wp-plugin', OPTIONS, 'wordpress-shortcode'],
      [OPTIONS, 'wordpress-html'],
    ],
    [
      ['wp-block-paste', OPTIONS, 'wordpress-block'],
      [OPTIONS, 'wordpress-shortcode'],
    ],
    [
      ['wp-div-script', OPTIONS, 'wordpress-div'],
      [OPTIONS, 'wordpress-block'],
    ],
    [
      ['wp-div-paste', OPTIONS, 'wordpress-div'],
      [OPTIONS, 'wordpress-html'],
    ],
    [
      ['lead-impossible', way('inside'), 'wordpress-div'],
      [way('slot'), 'wordpress-div'],
    ],
    [
      ['wp-form-shortcode', way('slot'), 'wordpress-div'],
      [form, 'wordpress-div'],
    ],
    [
      ['wp-texturize', OPTIONS, 'wordpress-div'],
      [OPTIONS, 'vue'],
    ],
    [
      ['wp-form-shortcode', way('slot'), 'wordpress-shortcode'],
      [way('slot'), 'wordpress-html'],
    ],
    [
      ['react-children', OPTIONS, 'react'],
      [OPTIONS, 'vue'],
    ],
    [
      ['react-server', OPTIONS, 'react'],
      [OPTIONS, 'vue'],
    ],
    [
      ['vue-custom-element', OPTIONS, 'vue'],
      [OPTIONS, 'react'],
    ],
    [
      ['gtm-consent', OPTIONS, 'tag-manager'],
      [OPTIONS, 'html'],
    ],
    [
      ['gtm-csp', OPTIONS, 'tag-manager'],
      [OPTIONS, 'html'],
    ],
    [
      ['gtm-late', OPTIONS, 'tag-manager'],
      [OPTIONS, 'html'],
    ],
    [
      ['gtm-place', OPTIONS, 'tag-manager'],
      [OPTIONS, 'html'],
    ],
    [
      ['gtm-tracking', OPTIONS, 'tag-manager'],
      [OPTIONS, 'html'],
    ],
  ];
  const idsOf = (options: SnippetOptions, target: SnippetTarget) =>
    createSnippet(options, target).warnings.map(({ id }) => id);

  it.each(pairs.map(([[id, ...appears], not]) => ({ id, appears, not })))(
    '$id is said when it is so, and not else',
    ({ id, appears, not }) => {
      expect(idsOf(...appears)).toContain(id);
      expect(idsOf(...not)).not.toContain(id);
    },
  );

  it('of every kind are tested above', () => {
    const tested = new Set(pairs.map(([[id]]) => id));
    const all = pairs.flatMap(([[, options]]) => SNIPPET_TARGETS.flatMap((target) => idsOf(options, target)));
    expect([...new Set(all)].filter((id) => !tested.has(id))).toEqual([]);
    expect(new Set(all).size).toBe(tested.size);
  });

  it('are none for a plain page with all that is needed', () => {
    expect(idsOf(OPTIONS, 'html')).toEqual([]);
  });

  it('say which facts are missing, and which selector is used', () => {
    const text = (options: SnippetOptions, target: SnippetTarget, wanted: string) =>
      createSnippet(options, target).warnings.find(({ id }) => id === wanted)?.text;
    expect(text(without('sponsor-license'), 'html', 'sponsor-incomplete')).toMatch(/Missing: sponsor-license\.$/);
    expect(text({ ...OPTIONS, after: '.intro' }, 'tag-manager', 'gtm-place')).toContain('".intro"');
  });

  it('a way that a target has no place for is left out', () => {
    expect(codeOf(way('slot'), 'tag-manager', 'html')).not.toMatch(/lead|form/);
    expect(codeOf(way('inside'), 'wordpress-shortcode', 'text')).not.toMatch(/form|name="guide/);
  });
});

describe('elements', () => {
  it('take each attribute only where they have it, and the words stand in the first one', () => {
    const elements = ['crisis-help-bar', 'family-learning-library', 'center-contact'];
    const options: SnippetOptions = { ...attributes({ entry: 'myths' }), elements, lead: { way: 'event' } };
    const code = codeOf(options, 'html', 'html');
    expect(attributesIn(code, 'crisis-help-bar')).toEqual({ region: 'US' });
    expect(attributesIn(code, 'family-learning-library')).toEqual({ region: 'US', entry: 'myths' });
    expect(attributesIn(code, 'center-contact')).toEqual({ region: 'US', lead: 'offer' });
    expect(tagsIn(code)).toEqual(['script', 'crisis-help-bar', 'p', 'family-learning-library', 'center-contact']);
  });

  it('have names of their own in one form', () => {
    const elements = ['failed-intervention-guide', 'center-contact'];
    const code = codeOf({ ...OPTIONS, elements, lead: { way: 'inside', name: 'note' } }, 'html', 'html');
    expect(attributesIn(code, 'failed-intervention-guide').name).toBe('note');
    expect(attributesIn(code, 'center-contact').name).toBe('note-2');
  });

  it('are offered for WordPress in the order in which they should be taken', () => {
    const offered = SNIPPET_TARGETS.filter((target) => target.startsWith('wordpress'));
    expect(offered).toEqual(['wordpress-block', 'wordpress-shortcode', 'wordpress-div', 'wordpress-html']);
  });

  it('in WordPress hand over a form with its shortcode', () => {
    const code = codeOf({ ...OPTIONS, lead: { way: 'slot' } }, 'wordpress-shortcode', 'text');
    expect(code).toMatch(
      /\[failed_intervention_lead_form\]\[contact-form-7 [^\]]+\]\[\/failed_intervention_lead_form\]\[\/failed_intervention_guide\]$/,
    );
  });

  it('in WordPress are blocks of the plugin, with words and form as blocks in them', () => {
    const options: SnippetOptions = {
      ...attributes({ 'heading-level': '3', entry: 'myths', 'sponsor-name': 'A -- "B" & <C>' }),
      elements: ['failed-intervention-guide', 'family-learning-library'],
      fallback: 'One.\nTwo.',
      lead: { way: 'slot' },
    };
    const code = codeOf(options, 'wordpress-block', 'html');
    expect(code).toBe(
      [
        '<!-- wp:failed-intervention-guide/guide {"region":"US","headingLevel":"3","sponsorName":"A \\u002d\\u002d \\u0022B\\u0022 \\u0026 \\u003cC\\u003e"} -->',
        '<!-- wp:paragraph -->\n<p>One.</p>\n<!-- /wp:paragraph -->\n',
        '<!-- wp:paragraph -->\n<p>Two.</p>\n<!-- /wp:paragraph -->\n',
        '<!-- wp:failed-intervention-guide/lead-form -->',
        '<!-- wp:shortcode -->\n[contact-form-7 id="YOUR-FORM"]\n<!-- /wp:shortcode -->',
        '<!-- /wp:failed-intervention-guide/lead-form -->',
        '<!-- /wp:failed-intervention-guide/guide -->\n',
        '<!-- wp:failed-intervention-guide/family-learning-library {"region":"US","headingLevel":"3","entry":"myths","sponsorName":"A \\u002d\\u002d \\u0022B\\u0022 \\u0026 \\u003cC\\u003e"} /-->',
      ].join('\n'),
    );
    expect(blocksIn(code).blocks[0]?.settings.sponsorName).toBe('A -- "B" & <C>');
  });

  it('in a div have their settings as data, and the form by its shortcode', () => {
    const options: SnippetOptions = {
      ...attributes({ 'heading-level': '3', entry: 'myths' }),
      elements: ['failed-intervention-guide', 'family-learning-library'],
      lead: { way: 'slot' },
    };
    const { parts } = createSnippet({ ...options, tokens: { '--fig-accent': 'teal' } }, 'wordpress-div');
    expect(parts.map(({ language, code }) => [language, code])).toEqual([
      ['html', '<script type="module" src="https://www.example.org/kit/embed.js"></script>'],
      [
        'html',
        [
          '<div class="failed-intervention-guide" data-region="US" data-heading-level="3">',
          '<p>In danger? Call your local emergency number.</p>',
          '<div data-slot="lead-form">[contact-form-7 id="YOUR-FORM"]</div>',
          '</div>\n',
          '<div class="family-learning-library" data-region="US" data-heading-level="3" data-entry="myths">',
          '</div>',
        ].join('\n'),
      ],
      ['css', 'failed-intervention-guide,\nfamily-learning-library {\n  --fig-accent: teal;\n}'],
    ]);
    const form: SnippetOptions = { ...OPTIONS, lead: { way: 'form', form: '.wpcf7-form' } };
    expect(createSnippet(form, 'wordpress-div').parts[1]?.code).toContain(' data-lead-form=".wpcf7-form">');
  });

  it('in React listen for a lead with a prop, in Vue with an attribute', () => {
    const options: SnippetOptions = { ...OPTIONS, lead: { way: 'event' } };
    expect(codeOf(options, 'react', 'tsx')).toMatch(/lead="offer" onFigLead=\{onLead\}/);
    expect(codeOf(options, 'vue', 'vue')).toMatch(/lead="offer" @fig-lead="onLead"/);
    expect(codeOf(OPTIONS, 'react', 'tsx')).not.toContain('onLead');
    expect(codeOf(OPTIONS, 'vue', 'vue')).not.toContain('onLead');
  });

  it('a form of the page is offered only where its id is known', () => {
    const forms = (form: string) =>
      createSnippet({ ...OPTIONS, lead: { way: 'form', form } }, 'html').parts.filter(({ code }) =>
        code.startsWith('<form'),
      );
    expect(attributesIn(forms('#contact')[0]?.code ?? '', 'form')).toMatchObject({ id: 'contact' });
    expect(forms('.wpcf7-form')).toEqual([]);
  });
});

describe('lines for a quick start', () => {
  const preload = {
    'failed-intervention-guide': { en: ['embed.js', 'chunks/a.js'], es: ['embed.js', 'chunks/b.js'] },
    'center-contact': { en: ['embed.js', 'chunks/c.js'] },
  };
  const linksIn = (options: SnippetOptions) =>
    elementsIn(codeOf(options, 'html', 'html'))
      .filter(({ tagName }) => tagName === 'link')
      .map(({ attrs }) => attrs.map(({ value }) => value).join(' '));

  it('name what the first element needs, in its language, beside the script', () => {
    const both = { ...OPTIONS, elements: ['failed-intervention-guide', 'center-contact'], preload };
    expect(linksIn(both)).toEqual([
      'modulepreload https://www.example.org/kit/embed.js',
      'modulepreload https://www.example.org/kit/chunks/a.js',
    ]);
    expect(linksIn({ ...both, scriptUrl: '/embed.js?v=2', attributes: { locale: 'es-MX' } })).toEqual([
      'modulepreload /embed.js?v=2',
      'modulepreload /chunks/b.js',
    ]);
  });

  it('are not there unless asked for, and come with a warning', () => {
    expect(linksIn(OPTIONS)).toEqual([]);
    const ids = (options: SnippetOptions, target: SnippetTarget) =>
      createSnippet(options, target).warnings.map(({ id }) => id);
    expect(ids(OPTIONS, 'html')).not.toContain('preload-version');
    expect(ids({ ...OPTIONS, preload }, 'html')).toContain('preload-version');
    expect(ids({ ...OPTIONS, preload }, 'wordpress-div')).not.toContain('preload-version');
  });
});

describe('hashes', () => {
  const integrity = { 'embed.js': 'sha384-AA+/aa', 'chunks/a.js': 'sha384-BB', 'presets/warm.css': 'sha384-CC' };
  const scriptsIn = (code: string) => elementsIn(code).filter(({ tagName }) => tagName === 'script');

  it.each(['html', 'wordpress-div', 'wordpress-html'] as const)('stand on the script tag for %s', (target) => {
    const { parts, warnings } = createSnippet({ ...OPTIONS, integrity }, target);
    const scripts = parts
      .flatMap(({ code }) => scriptsIn(code))
      .filter(({ attrs }) => attrs.some(({ name }) => name === 'src'));
    expect(scripts.map(({ attrs }) => Object.fromEntries(attrs.map(({ name, value }) => [name, value])))).toEqual([
      { type: 'module', src: OPTIONS.scriptUrl, integrity: 'sha384-AA+/aa', crossorigin: 'anonymous' },
    ]);
    expect(warnings.map(({ id }) => id)).toContain('integrity-version');
  });

  it('of what the script loads stand in an import map, beside the address of the script', () => {
    const mapOf = (scriptUrl: string) => {
      const { parts } = createSnippet({ ...OPTIONS, scriptUrl, integrity }, 'html');
      const code = parts.find(({ title }) => title.includes('import map'))?.code ?? '';
      return JSON.parse(/^<script type="importmap">([\s\S]*)<\/script>$/.exec(code)?.[1] ?? '') as unknown;
    };
    expect(mapOf('https://cdn.example/kit@1.2.3/embed.js')).toEqual({
      integrity: {
        'https://cdn.example/kit@1.2.3/embed.js': 'sha384-AA+/aa',
        'https://cdn.example/kit@1.2.3/chunks/a.js': 'sha384-BB',
      },
    });
    expect(mapOf('/kit/embed.js?v=</script>')).toEqual({
      integrity: { '/kit/embed.js?v=</script>': 'sha384-AA+/aa', '/kit/chunks/a.js': 'sha384-BB' },
    });
  });

  it('stand on the lines for a quick start too', () => {
    const preload = { 'failed-intervention-guide': { en: ['embed.js', 'chunks/a.js'] } };
    const code = codeOf({ ...OPTIONS, elements: ['failed-intervention-guide'], preload, integrity }, 'html', 'html');
    expect(code.match(/rel="modulepreload" .* integrity="sha384-/g)?.length).toBe(2);
  });

  it('are not there unless asked for, and stay inside their attribute', () => {
    for (const target of SNIPPET_TARGETS) {
      const { parts, warnings } = createSnippet(OPTIONS, target);
      expect(JSON.stringify(parts)).not.toContain('sha384-');
      expect(warnings.map(({ id }) => id)).not.toContain('integrity-version');
    }
    const evil = { 'embed.js': '"><img src=x onerror=alert(1)>' };
    const code = codeOf({ ...OPTIONS, integrity: evil }, 'html', 'html');
    expect(elementsIn(code).filter(({ tagName }) => tagName === 'img')).toEqual([]);
  });
});

describe('crisis lines as words between the tags', () => {
  it('are those of the region, with every number as it stands in the content', () => {
    for (const { code } of english.core.regions) {
      const words = crisisFallback(english.core, code);
      const lines = english.core.lines.filter(
        ({ region, kind }) => region === code && (kind === 'emergency' || kind === 'suicide'),
      );
      expect(lines.length).toBeGreaterThanOrEqual(2);
      expect(words).toHaveLength(lines.length);
      const text = words
        .flat()
        .map((piece) => (typeof piece === 'string' ? piece : piece.text))
        .join(' ');
      for (const { name, how } of lines) {
        expect(text).toContain(name);
        for (const { value, mode } of how) if (mode === 'call' || mode === 'text') expect(text).toContain(value);
      }
      expect(checkSnippet({ ...OPTIONS, fallback: words }, 'html')).toEqual([]);
    }
  });

  it('are in the language of the words', () => {
    const code = codeOf({ ...OPTIONS, fallback: crisisFallback(spanish.core, 'US') }, 'html', 'html');
    expect(textIn(code, 'a')).toBe('Llamar al 911');
  });

  it('have no number of any country when the region is not known', () => {
    for (const region of ['', 'FR']) {
      expect(crisisFallback(english.core, region)).toEqual([[english.core.words.help.callLocal]]);
      expect(JSON.stringify(crisisFallback(english.core, region))).not.toMatch(/\d/);
    }
  });

  it('and the labels of the form to start from come from the content too', () => {
    const labels = formLabels(spanish.contact);
    const code = codeOf({ ...OPTIONS, lead: { way: 'slot', labels } }, 'html', 'html');
    expect(textIn(code, 'button')).toBe(spanish.contact.words.send);
    expect(textIn(code, 'label').trim()).toBe(spanish.contact.words.nameField);
  });
});
