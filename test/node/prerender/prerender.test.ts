import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import en from '../../../dist/content/en.json' with { type: 'json' };
import type { Bundle } from '../../../src/content/schema.js';
import { PRERENDER_TAGS, prerender } from '../../../src/prerender/prerender.js';

/** What parse5 gives, as far as it is read here. */
interface Node {
  readonly tagName?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly content?: Node;
  readonly childNodes?: readonly Node[];
}
type Element = Required<Pick<Node, 'tagName' | 'attrs'>>;

/** All elements in HTML, also inside templates. */
function elementsIn(html: string): Element[] {
  const walk = (node: Node): Element[] => [
    ...(node.tagName ? [node as Element] : []),
    ...(node.content ? walk(node.content) : []),
    ...(node.childNodes ?? []).flatMap(walk),
  ];
  return walk(parseFragment(html) as unknown as Node);
}
const shape = (html: string) => elementsIn(html).map(({ tagName }) => tagName);
const attributesOf = (html: string) =>
  elementsIn(html).map(({ attrs }) => attrs.map(({ name }) => name).filter((name) => name !== 'data-prerendered'));

/** What somebody may try to break out with. */
const hostile = fc.oneof(
  fc.constantFrom(
    '"><img src=x onerror=alert(1)>',
    '</template><script>alert(1)</script>',
    '--><script>alert(1)</script><!--',
    "' onmouseover='alert(1)",
    '<button id="toggle" aria-expanded="false">',
    '</style></noscript></div>',
    '${1}{{x}}&lt;b&gt;$&$1',
    '<!--lit-part AAAA-->',
    '<?lit$1$>',
  ),
  fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }),
);

describe('an element as HTML', () => {
  for (const tag of PRERENDER_TAGS) {
    for (const locale of ['en', 'es']) {
      it(`${tag} has its words in ${locale}, in a shadow root and as plain HTML, the same each time`, async () => {
        const options = {
          tag,
          locale,
          region: 'US',
          attributes: { 'sponsor-name': 'Cedar Hollow', 'sponsor-phone': '555-0142' },
        } as const;
        const [first, again] = [await prerender(options), await prerender(options)];
        expect(again).toEqual(first);
        expect(first.html.startsWith(`<${tag} locale="${locale}" region="US"`)).toBe(true);
        expect(first.html).toContain(`<div lang="${locale}" dir="ltr">`);
        expect(first.html).toContain('href="tel:');
        // What asks for a center's call needs a script from its first word, so it has only the plain words.
        expect(first.html.includes('<template shadowrootmode="open">')).toBe(tag !== 'center-contact');
        for (const { tagName, attrs } of elementsIn(first.html)) {
          if (tagName === 'button') {
            expect(attrs.some(({ name }) => name === 'disabled' || name === 'popovertarget')).toBe(true);
          }
          expect(attrs.some(({ name }) => name === 'style' || name.startsWith('on'))).toBe(false);
        }
      });
    }
  }

  it('shows the lines of the region, and of no country when none is given', async () => {
    const uk = await prerender({ tag: 'crisis-help-bar', region: 'UK' });
    expect(uk.html).toContain('href="tel:999"');
    const none = await prerender({ tag: 'crisis-help-bar' });
    expect(none.html).not.toContain('href="tel:');
    expect(none.html).toContain('Call your local emergency number');
  });

  it('says how to leave quickly once on a page', async () => {
    const noteIn = async (first: boolean) =>
      (await prerender({ tag: 'next-steps-wizard', first })).html.includes('class="leave-note');
    expect([await noteIn(true), await noteIn(false)]).toEqual([true, false]);
  });

  it('brings sources with its words', async () => {
    const { html } = await prerender({ tag: 'failure-reason-checklist' });
    const light = html.slice(html.lastIndexOf('</template>'));
    expect(light.match(/<details>/g)?.length).toBeGreaterThan(10);
    expect(light).not.toMatch(/<!--|lit-|<button|<input|tabindex/);
  });

  it('holds what each reason means beside its box; a long list has labels alone there', async () => {
    const insights = async (content?: Bundle) => {
      const { html } = await prerender({ tag: 'failure-reason-checklist', ...(content && { content }) });
      return html.match(/<div class="insight" hidden>/g)?.length ?? 0;
    };
    expect(await insights()).toBe(en.reasons.items.length);
    const long = structuredClone(en) as unknown as Bundle & { reasons: { items: { id: string }[] } };
    const [item] = long.reasons.items;
    while (item && long.reasons.items.length < 61) {
      long.reasons.items.push({ ...item, id: `more_${long.reasons.items.length}` });
    }
    expect(await insights(long)).toBe(0);
  });

  it('names its style sheets once, or holds them with their hashes', async () => {
    const linked = await prerender({ tag: 'failure-reason-checklist', stylesAt: '/a/fig-' });
    expect(Object.keys(linked.css)).toEqual(['base', 'crisis-help-bar', 'failure-reason-checklist']);
    expect(linked.head).toContain('<link rel="preload" as="style" href="/a/fig-base.css">');
    expect(linked.html).not.toContain('<style>');
    const inline = await prerender({ tag: 'failure-reason-checklist' });
    expect(inline.html).toContain(`<style>${inline.css.base}</style>`);
    expect(inline.hashes).toHaveLength(3);
  });

  it('says of a number that it was not checked lately only as of a day that is given', async () => {
    const now = await prerender({ tag: 'crisis-help-bar', region: 'US' });
    const late = await prerender({ tag: 'crisis-help-bar', region: 'US', today: '2199-01-01' });
    expect(now.html).not.toContain('We have not checked this number lately');
    expect(late.html).toContain('We have not checked this number lately');
  });

  it('takes a bundle, and refuses one that is not valid', async () => {
    const bundle = structuredClone(en) as unknown as Bundle & { reasons: { words: { title: string } } };
    bundle.reasons.words.title = 'Our own title';
    const { html } = await prerender({ tag: 'failure-reason-checklist', content: bundle });
    expect(html.match(/Our own title/g)).toHaveLength(2);
    const broken = { ...bundle, core: {} } as unknown as Bundle;
    await expect(prerender({ tag: 'failure-reason-checklist', content: broken })).rejects.toThrow(/not a valid bundle/);
  });

  it('refuses what is no element, and attributes that could run code', async () => {
    await expect(prerender({ tag: 'script' as 'crisis-help-bar' })).rejects.toThrow(/no element "script"/);
    for (const name of ['onclick', 'a b', '"', 'defer-hydration']) {
      await expect(prerender({ tag: 'crisis-help-bar', attributes: { [name]: 'x' } })).rejects.toThrow(/attribute/);
    }
  });
});

describe('hostile text stays text', () => {
  it('in attributes', async () => {
    const make = (text: string) =>
      prerender({
        tag: 'failure-reason-checklist',
        locale: 'en',
        attributes: { 'sponsor-name': text, 'sponsor-phone': text, 'leave-target': text, theme: text, class: text },
        stylesAt: text,
      });
    const calm = await make('calm');
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const { html, head } = await make(text);
        expect(shape(html)).toEqual(shape(calm.html));
        expect(attributesOf(html)).toEqual(attributesOf(calm.html));
        expect(shape(head)).toEqual(shape(calm.head));
      }),
      { numRuns: 40 },
    );
  });

  it('in words of a bundle, in the shadow root and in the plain words', async () => {
    const make = (text: string) => {
      const bundle = structuredClone(en) as unknown as Bundle & {
        core: { words: { help: { getHelp: string; closePanel: string; linesTitle: string } } };
        reasons: {
          words: { title: string; intro: string; means: string; tryNext: string };
          items: { label: string; what: unknown; tryNext: unknown }[];
        };
      };
      const word = text.trim().slice(0, 30) || 'x';
      Object.assign(bundle.core.words.help, { getHelp: word, closePanel: word, linesTitle: word });
      Object.assign(bundle.reasons.words, { title: word, intro: word, means: word, tryNext: word });
      const [item] = bundle.reasons.items;
      const rich = [{ kind: 'p', children: [word, { kind: 'strong', children: [word] }] }];
      if (item) Object.assign(item, { label: word, what: rich, tryNext: rich });
      return prerender({ tag: 'failure-reason-checklist', region: 'US', content: bundle });
    };
    const calm = await make('calm');
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        // Some texts are refused by the check of bundles already.
        const made = await make(text).catch((error: unknown) => String(error));
        if (typeof made === 'string') expect(made).toContain('not a valid bundle');
        else {
          expect(shape(made.html)).toEqual(shape(calm.html));
          expect(attributesOf(made.html)).toEqual(attributesOf(calm.html));
        }
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
