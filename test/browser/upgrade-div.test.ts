import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { type LitElement } from 'lit';
import '../../src/embed.js';
import { autoload } from '../../src/define/autoload.js';
import { ELEMENTS } from '../../src/snippet/facts.js';
import { ask, fillIn, SPONSOR } from './contact-page.js';
import {
  allByRole,
  byRole,
  click,
  expectAccessible,
  focused,
  ready,
  record,
  resetSession,
  settled,
  type,
  warnings,
} from './helpers.js';
import type { CenterContact } from '../../src/elements/center-contact/center-contact.js';

const TAG = 'failed-intervention-guide';
const FALLBACK = 'In danger now? <a href="tel:911">Call 911</a>.';

let page: HTMLElement;
let count = 0;

/** Puts HTML on the page as the parser would. */
function put(markup: string): HTMLElement {
  page.innerHTML = markup;
  return page.firstElementChild as HTMLElement;
}

/** The element that a div got, with its words. */
async function upgraded<E extends LitElement = LitElement>(
  div: Element,
  tag: string = div.classList[0] ?? '',
): Promise<E> {
  const find = () => [...div.children].find(({ localName }) => localName === tag) as E | undefined;
  await waitUntil(() => find()?.shadowRoot, `<${tag}> is never in its div`, { timeout: 10_000 });
  const el = find() as E;
  await ready(el);
  return el;
}

/** All facts of a center, as data of a div. */
const FACTS = Object.entries(SPONSOR).map(
  ([name, value]) => `data-${name.replaceAll(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}="${value}"`,
);

/** A tag that nothing knows yet, and how it comes to be known. */
function unknown(attributes: readonly string[] = ['region']) {
  const tag = `fig-late-${(count += 1)}`;
  const define = async () => {
    customElements.define(
      tag,
      class extends HTMLElement {
        static observedAttributes = attributes;
      },
    );
    await settled();
  };
  return { tag, define };
}

const calls = (el: Element, name: string | RegExp = 'Call 911') => allByRole(el, 'link', name).length;

beforeEach(async () => {
  resetSession();
  page = await fixture(html`<main></main>`);
});

describe('a div with the class of an element', () => {
  for (const tag of Object.keys(ELEMENTS)) {
    it(`becomes <${tag}>, with the settings of the div`, async () => {
      const div =
        put(`<div class="${tag} alignwide" id="here" data-region="US" data-heading-level="4" data-lead="offer" ${FACTS.join(' ')}>
        <p>Words</p></div>`);
      const el = await upgraded(div);
      if (tag === 'center-contact') byRole(el, 'button', 'Ask to be contacted');
      expect(calls(el)).to.be.above(0);
      if (tag !== 'crisis-help-bar') expect(allByRole(el, 'heading')[0]?.localName).to.equal('h4');
      expect([div.id, div.className]).to.deep.equal(['here', `${tag} alignwide`]);
      await expectAccessible(el);
    });
  }

  it('needs no data', async () => {
    const el = await upgraded(put('<div class="family-self-care-card"></div>'));
    expect(el.getAttributeNames()).to.deep.equal([]);
    expect(byRole(el, 'heading', 'Look after yourself').localName).to.equal('h2');
  });

  it('is upgraded too when it comes later, deep inside of what comes', async () => {
    const section = document.createElement('section');
    section.innerHTML = `<div><div class="${TAG}" data-region="US">${FALLBACK}</div></div>`;
    page.append(section);
    const el = await upgraded(section.querySelector(`.${TAG}`) as Element);
    expect(calls(el)).to.be.above(0);
  });

  it('shows its own words until the element is known, then as fallback of the element', async () => {
    const { tag, define } = unknown();
    autoload({ [tag]: () => Promise.resolve() });
    const div = put(`<div class="${tag}" data-region="US">${FALLBACK}</div>`);
    await settled();
    expect(div.innerHTML).to.equal(FALLBACK);
    expect(div.checkVisibility()).to.equal(true);
    await define();
    expect(div.innerHTML).to.equal(`<${tag} region="US">${FALLBACK}</${tag}>`);
  });

  it('keeps its words when the file can not be loaded, and has the element once a later try works', async () => {
    const { tag, define } = unknown();
    let tries = 0;
    const said = await warnings(async () => {
      autoload({
        [tag]: () => {
          tries += 1;
          return tries === 1 ? Promise.reject(new Error('offline')) : define();
        },
      });
      page.innerHTML = `<div class="${tag}">${FALLBACK}</div>`;
      await waitUntil(() => tries === 1);
      await settled();
      expect(page.innerHTML).to.equal(`<div class="${tag}">${FALLBACK}</div>`);
      page.insertAdjacentHTML('beforeend', `<div class="${tag}">Second</div>`);
      await waitUntil(() => tries === 2);
      await settled();
    });
    expect(said.filter((words) => words.includes(`<${tag}> could not be loaded`)).length).to.equal(1);
    expect(page.innerHTML).to.equal(
      `<div class="${tag}"><${tag}>${FALLBACK}</${tag}></div><div class="${tag}"><${tag}>Second</${tag}></div>`,
    );
  });

  it('hands over what the element takes, and nothing else', async () => {
    const { tag, define } = unknown(['region', 'name']);
    autoload({ [tag]: define });
    const div = put(
      `<div class="${tag}" data-region="US" data-name="" data-onclick="alert(1)" data-style="color: red" data-id="x" data-class="y" data-hidden="" onclick="void 0"></div>`,
    );
    await settled();
    expect(div.innerHTML).to.equal(`<${tag} region="US" name=""></${tag}>`);
  });

  it('keeps letters, quotes and entities of a value as they are', async () => {
    const value = '<img src=x onerror=alert(1)> & "Sons" & ’tis [x] {{y}}';
    const div = document.createElement('div');
    div.className = 'next-steps-wizard';
    div.dataset.sponsorName = value;
    page.append(div);
    const el = await upgraded(div);
    expect(el.getAttribute('sponsor-name')).to.equal(value);
    expect(el.shadowRoot?.querySelector('img') === null).to.equal(true);
  });

  it('with a class that only contains the name is left alone', async () => {
    const markup = `<div class="wp-block-${TAG}-guide">a</div><div class="${TAG}-wrap">b</div><p class="${TAG}">c</p>`;
    put(`${markup}<div class="crisis-help-bar"></div>`);
    await upgraded(page.lastElementChild as Element);
    expect(page.innerHTML.startsWith(markup)).to.equal(true);
  });

  it('that somebody is editing is left alone', async () => {
    put(
      `<section contenteditable="true"><div class="crisis-help-bar">a</div></section><div class="crisis-help-bar"></div>`,
    );
    await upgraded(page.lastElementChild as Element);
    expect(page.querySelector('section')?.innerHTML).to.equal('<div class="crisis-help-bar">a</div>');
  });
});

describe('the element in a div', () => {
  it('takes every later change of the data, and what is taken away', async () => {
    const div = put('<div class="failure-reason-checklist" data-region="US"></div>');
    const el = await upgraded(div);
    div.dataset.region = 'AU';
    div.dataset.headingLevel = '5';
    await settled();
    expect(calls(el, 'Call 000')).to.be.above(0);
    expect(byRole(el, 'heading', 'What got in the way?').localName).to.equal('h5');
    delete div.dataset.region;
    div.dataset.onclick = 'alert(1)';
    await settled();
    expect(calls(el, /^Call \d/)).to.equal(0);
    expect(el.getAttributeNames()).to.deep.equal(['heading-level']);
  });

  it('keeps what a script sets on it when something else on the div changes', async () => {
    const div = put('<div class="next-steps-wizard" data-region="US"></div>');
    const el = await upgraded(div);
    el.setAttribute('region', 'UK');
    div.dataset.theme = 'dark';
    div.className += ' seen';
    await settled();
    expect([el.getAttribute('region'), el.getAttribute('theme')]).to.deep.equal(['UK', 'dark']);
  });

  it('is there once: moved, taken out and put back, and in a copy', async () => {
    const div = put('<div class="next-steps-wizard" data-region="US"><p>Words</p></div>');
    const el = await upgraded(div);
    const other = document.createElement('section');
    page.append(other);
    other.append(div);
    await settled();
    div.remove();
    await settled();
    page.append(div);
    await settled();
    expect(div.children.length).to.equal(1);
    expect(div.firstElementChild === el).to.equal(true);
    expect(calls(el)).to.be.above(0);
    const copy = div.cloneNode(true) as HTMLElement;
    page.append(copy);
    const second = await upgraded(copy);
    expect(copy.querySelectorAll('next-steps-wizard').length).to.equal(1);
    expect(second.innerHTML).to.equal('<p>Words</p>');
    copy.dataset.region = 'UK';
    await settled();
    expect(calls(second, 'Call 999')).to.be.above(0);
    expect(calls(el)).to.be.above(0);
  });

  it('comes into a div that was out of the page when it got known', async () => {
    const { tag, define } = unknown();
    autoload({ [tag]: () => Promise.resolve() });
    const div = put(`<div class="${tag}"></div>`);
    await settled();
    div.remove();
    await define();
    page.append(div);
    await settled();
    expect(div.innerHTML).to.equal(`<${tag}></${tag}>`);
  });

  it('stands twice on a page, each with its own settings', async () => {
    put('<div class="next-steps-wizard" data-region="US"></div><div class="next-steps-wizard" data-region="UK"></div>');
    const [first, second] = await Promise.all([...page.children].map((div) => upgraded(div)));
    expect(calls(first as Element)).to.be.above(0);
    expect(calls(second as Element, 'Call 999')).to.be.above(0);
  });

  it('finds the language around it, on the div too', async () => {
    put(
      '<section lang="es"><div class="crisis-help-bar" data-region="US"></div></section><div class="crisis-help-bar" lang="es" data-region="US"></div>',
    );
    for (const div of page.querySelectorAll('.crisis-help-bar')) {
      expect(calls(await upgraded(div), 'Llamar al 911')).to.be.above(0);
    }
  });

  it('takes the colors of the div', async () => {
    const div = put('<div class="crisis-help-bar" style="--fig-accent: #7a3b8f"></div>');
    const el = await upgraded(div);
    expect(getComputedStyle(el).getPropertyValue('--fig-accent').trim()).to.equal('rgb(122, 59, 143)');
  });

  it('for a widget in the words of a guide works like the elements would: the guide is shown', async () => {
    const div = put(`<div class="${TAG}" data-region="US"><div class="next-steps-wizard">${FALLBACK}</div></div>`);
    const el = await upgraded(div);
    expect(calls(el)).to.be.above(0);
    const inside = el.querySelector('.next-steps-wizard') as HTMLElement;
    expect(inside.querySelectorAll('next-steps-wizard').length).to.equal(1);
    expect(inside.checkVisibility()).to.equal(false);
  });

  it('stands once where a group with the same class is around, or around the element itself', async () => {
    put(`<div class="wp-block-group ${TAG}"><div><div class="${TAG}" data-region="US">${FALLBACK}</div></div></div>
      <div class="${TAG}"><div><${TAG} region="US"></${TAG}></div></div>
      <div class="${TAG}"><${TAG} region="US"></${TAG}></div>
      <${TAG} region="US"><div class="${TAG}">${FALLBACK}</div></${TAG}>`);
    const guides = () => [...page.querySelectorAll<LitElement>(TAG)];
    await waitUntil(() => guides().length === 4);
    for (const guide of guides()) await ready(guide);
    expect(guides().length).to.equal(4);
    for (const guide of guides()) expect(calls(guide)).to.be.above(0);
  });

  it('waits while somebody is in a link or a field of the words', async () => {
    const { tag, define } = unknown();
    autoload({ [tag]: define });
    const div = put(
      `<div class="${tag}"><a href="#a">First</a> <input aria-label="Phone" /></div><button>Out</button>`,
    );
    const [link, field] = [byRole(div, 'link', 'First'), byRole(div, 'textbox', 'Phone')];
    link.focus();
    await settled();
    expect(focused() === link).to.equal(true);
    field.focus();
    await settled();
    await type(div, 'textbox', 'Phone', '555');
    expect(focused() === field).to.equal(true);
    expect(div.querySelector(tag) === null).to.equal(true);
    byRole(page, 'button', 'Out').focus();
    await settled();
    expect(focused()?.textContent).to.equal('Out');
    expect(div.querySelector(`${tag} > input`) === field).to.equal(true);
    expect((field as HTMLInputElement).value).to.equal('555');
  });
});

describe('a way to the center in a div', () => {
  const FORM = `<label>Email <input type="email" name="mail" data-fig="contact.email" /></label><button>Send it to them</button>`;
  const filled = () => page.querySelector<HTMLInputElement>('[name=mail]')?.value;

  it('is a form in the words, with data-slot in the place of slot', async () => {
    const div = put(
      `<div class="center-contact" data-region="US" ${FACTS.join(' ')}><p>Words</p><form data-slot="lead-form">${FORM}</form></div>`,
    );
    const el = await upgraded<CenterContact>(div);
    await ask(el);
    await fillIn(el);
    await click(el, 'button', 'Fill in their form');
    expect(filled()).to.equal('jo@example.com');
    expect(page.querySelector('form')?.checkVisibility()).to.equal(true);
    expect(page.querySelector('p')?.hasAttribute('slot')).to.equal(false);
  });

  it('is a form elsewhere on the page, with data-lead-form', async () => {
    put(
      `<div class="center-contact" data-region="US" data-lead-form="#theirs" ${FACTS.join(' ')}></div><form id="theirs">${FORM}</form>`,
    );
    const el = await upgraded<CenterContact>(page.querySelector('.center-contact') as Element);
    await ask(el);
    await fillIn(el);
    await click(el, 'button', 'Fill in their form');
    expect(filled()).to.equal('jo@example.com');
  });
});

describe('hostile values in a div', () => {
  const hostile = (attributes: string) => put(`<div class="${TAG}" data-region="US" ${attributes}>${FALLBACK}</div>`);

  it('"Leave quickly" goes to the usual place when the one given is no https:// address', async () => {
    const said = await warnings(async () => {
      const el = await upgraded(hostile('data-leave-target="javascript:document.title=1"'));
      const heard = record<CustomEvent<{ target: string }>>(window, 'fig-leave');
      window.addEventListener('fig-leave', (event) => event.preventDefault(), { once: true });
      await click(el, 'button', 'Leave quickly');
      expect(heard[0]?.detail.target).to.equal('https://www.google.com/');
    });
    expect(said.join()).to.contain('Allowed: an https:// address');
  });

  for (const address of ['javascript:alert(1)', 'data:application/json,{}', 'blob:null/1', 'file:///etc/passwd']) {
    it(`content is not read from ${address}`, async () => {
      const errors = record<CustomEvent<{ code: string }>>(window, 'fig-error');
      const { fetch } = window;
      let asked = 0;
      window.fetch = (...args) => {
        asked += 1;
        return fetch(...args);
      };
      const el = await upgraded(hostile(`data-content-src="${address}"`));
      window.fetch = fetch;
      expect(calls(el)).to.be.above(0);
      expect(asked).to.equal(0);
      expect(errors.map(({ detail }) => detail.code)).to.deep.equal(['content-address']);
    });
  }

  for (const name of ['data-sponsor-privacy-url', 'data-sponsor-health-data-url']) {
    for (const address of ['javascript:alert(1)', 'data:text/html,x', 'https:@x']) {
      it(`${name}="${address}" is no link, and nobody is asked to give their number`, async () => {
        const facts = FACTS.filter((fact) => !fact.startsWith(name));
        await warnings(async () => {
          put(
            `<div class="center-contact" data-region="US" data-lead="offer" ${facts.join(' ')} ${name}="${address}"></div>`,
          );
          const heard = record(window, 'fig-ready');
          await waitUntil(() => heard.length > 0, 'it is never ready', { timeout: 10_000 });
          await settled();
        });
        expect(allByRole(page, 'button', /contact/).length).to.equal(0);
        expect(allByRole(page, 'link', /policy/i).length).to.equal(0);
      });
    }
  }

  it('a link with a space before it is a link all the same', async () => {
    const facts = FACTS.join(' ').replaceAll('https:', ' https:');
    const el = await upgraded(put(`<div class="center-contact" data-region="US" data-lead="offer" ${facts}></div>`));
    expect(allByRole<HTMLAnchorElement>(el, 'link', /policy/i).map(({ href }) => href)).to.deep.equal([
      SPONSOR.sponsorPrivacyUrl,
      SPONSOR.sponsorHealthDataUrl,
    ]);
  });

  it('a selector that is none, or that names no form, asks nobody and breaks nothing', async () => {
    for (const selector of ['#x</div><script>', '*:has(', 'body', ':root']) {
      const div = document.createElement('div');
      div.className = TAG;
      Object.assign(div.dataset, {
        region: 'US',
        leadForm: selector,
        leadFields: '__proto__: x; contact.phone',
        name: '"><x',
      });
      page.replaceChildren(div);
      const el = await upgraded(div);
      expect(calls(el)).to.be.above(0);
    }
  });

  it('no attribute becomes markup or a link with a script', async () => {
    for (const attribute of Object.values(ELEMENTS)[0]?.attributes ?? []) {
      for (const value of ['javascript:alert(1)', '"><img src=x onerror=alert(1)>', '${alert(1)}', '\u0000\u202e']) {
        const div = document.createElement('div');
        div.className = 'crisis-help-bar';
        div.setAttribute('data-region', 'US');
        div.setAttribute(`data-${attribute}`, value);
        page.replaceChildren(div);
        await warnings(async () => {
          const el = await upgraded(div);
          const root = el.shadowRoot as ShadowRoot;
          expect(root.querySelector('img') === null, `${attribute}=${value}`).to.equal(true);
          expect([...root.querySelectorAll('a')].filter(({ protocol }) => protocol === 'javascript:').length).to.equal(
            0,
          );
        });
      }
    }
  });
});

interface Printed {
  readonly wordpress: string;
  readonly found: readonly {
    readonly form: string;
    readonly way: string;
    readonly roles: readonly string[];
    readonly printed: string;
  }[];
}
const fetched = async (version: string): Promise<Printed> =>
  (await fetch(`/test/fixtures/wordpress/${version}.json`)).json();
const printed = await Promise.all(['6.5', '6.7-alpha'].map(fetched));

for (const { wordpress, found } of printed) {
  describe(`what WordPress ${wordpress} prints of what is pasted`, () => {
    for (const { form, way, roles, printed: markup } of found) {
      const who = `${form}, ${way === 'block' ? 'Custom HTML block' : 'Classic Editor'}, saved by ${roles.join(', ')}`;
      const put = () => {
        page.innerHTML = markup.replaceAll(/<script.*?<\/script>/g, ''); // embed.js runs already
      };

      if (form.startsWith('div-')) {
        it(`${who}: works`, async () => {
          await warnings(async () => {
            put();
            const div = page.querySelector(`.${TAG}, .next-steps-wizard`) as HTMLElement;
            expect(calls(div)).to.be.above(0);
            const el = await upgraded(div);
            await ready(el);
            expect(allByRole(el, 'link', /^(Call|Llamar al) 911$/).length).to.be.above(0);
            const outside = [...page.childNodes].filter((node) => node !== div && node.textContent?.trim());
            expect(outside.length).to.equal(0);
            expect(div.children.length).to.equal(1);
            expect(el.getAttributeNames().some((name) => name.startsWith('on'))).to.equal(false);
            if (form === 'div-lines') {
              expect(div.id).to.equal('our-guide');
              expect(el.getAttribute('sponsor-name')).to.equal('Bay & "Sons"');
              expect(el.getAttribute('lead-fields')).to.equal('contact.phone: your-phone; summary: fig-summary');
              expect(getComputedStyle(el).getPropertyValue('--fig-accent').trim()).to.equal('rgb(122, 59, 143)');
              expect(el.querySelector(':scope > [slot=lead-form] a')?.textContent).to.equal('Write to us');
              expect(byRole(el, 'heading', '¿En qué momento está ahora?').localName).to.equal('h4');
            }
          });
        });
      }

      // The form in the div is the one part that not every role may post.
      if (form === 'div-form') {
        const has = roles.includes('administrator');
        it(`${who}: ${has ? 'the form stands in the element' : 'no form is left'}`, async () => {
          put();
          const el = await upgraded(page.querySelector(`.${TAG}`) as Element);
          expect(el.querySelectorAll(':scope > form[slot=lead-form] input[name=phone]').length).to.equal(has ? 1 : 0);
        });
      }

      if (form.startsWith('element-')) {
        const gone = !roles.includes('administrator');
        const early = !gone && form === 'element-lines' && way === 'classic';
        it(`${who}: ${gone ? 'only the words are left' : early ? 'the words stand below the element' : 'works'}`, async () => {
          put();
          if (gone) {
            expect(page.querySelector(TAG) === null).to.equal(true);
            expect(calls(page)).to.equal(1);
            return;
          }
          const el = page.querySelector(TAG) as LitElement;
          await ready(el);
          expect(calls(el)).to.be.above(0);
          const words = [...page.querySelectorAll('a')].filter((link) => !el.contains(link) && link.checkVisibility());
          expect(words.length).to.equal(early ? 1 : 0);
        });
      }
    }
  });
}
