/** What two engines of accessibility rules say of a state, in light and in dark. */
import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { pageSession } from '../../../src/session/session.js';
import { allShown, nameOf } from '../../fixtures/find.js';
import type { Tag } from '../elements.js';
import { painted } from '../painted.js';
import { LOCALES, show, STATES, wordsOf, type Locale } from './states.js';

const AXE = '/node_modules/axe-core/axe.min.js';
/** IBM's Equal Access. It asks for nothing by itself. */
const IBM = '/node_modules/accessibility-checker-engine/ace.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const IBM_POLICY = 'WCAG_2_2';
/** The rules that colors decide. Nothing else differs between light and dark. */
const IBM_COLORS = { id: 'colors', rule: 'text_contrast_sufficient' };

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
  }[];
}
interface Axe {
  run(context: Element, options: object): Promise<AxeResult>;
}
interface IbmResult {
  readonly ruleId: string;
  readonly reasonId: string;
  readonly message: string;
  readonly value: readonly [level: string, result: string];
  readonly path: { readonly dom: string };
}
interface IbmChecker {
  check(node: Element, policies: readonly string[]): Promise<{ readonly results: readonly IbmResult[] }>;
  addGuideline(guideline: object): void;
}
interface Engines {
  readonly axe: Axe;
  readonly ace: { readonly Checker: new () => IbmChecker };
}

const load = (src: string) =>
  new Promise<void>((done, fail) => {
    const script = document.createElement('script');
    Object.assign(script, { src, onload: () => done(), onerror: fail });
    document.head.append(script);
  });

let engines: Promise<{ readonly axe: Axe; readonly ibm: IbmChecker }> | undefined;

/** Both engines, loaded once a page. */
const loadEngines = () =>
  (engines ??= Promise.all([load(AXE), load(IBM)]).then(() => {
    const { axe, ace } = globalThis as unknown as Engines;
    const ibm = new ace.Checker();
    const rule = { id: IBM_COLORS.rule, level: 'violation', toolkitLevel: '1' };
    ibm.addGuideline({
      id: IBM_COLORS.id,
      name: '',
      category: '',
      checkpoints: [{ num: '', name: '', rules: [rule] }],
    });
    return { axe, ibm };
  }));

async function axeFindings(axe: Axe, el: Element, only: object): Promise<string[]> {
  const { violations } = await axe.run(el, {
    ...only,
    rules: { 'target-size': { enabled: true } }, // it is off unless asked for
    resultTypes: ['violations'],
    preload: false,
  });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `axe ${id} at ${target.flat().join(' ')}: ${failureSummary ?? ''}`),
  );
}

async function ibmFindings(ibm: IbmChecker, el: Element, policy: string): Promise<string[]> {
  const { results } = await withPlainColors(() => ibm.check(el, [policy]));
  return results
    .filter(({ value: [level, result] }) => level !== 'INFORMATION' && result === 'FAIL')
    .map(
      ({ ruleId, reasonId, message, path, value }) =>
        `ibm ${value[0]} ${ruleId} ${reasonId} at ${path.dom}: ${message}`,
    );
}

/**
 * IBM's engine reads `rgb()` alone, and takes what it can't read for white or black.
 * https://github.com/IBMa/equal-access/issues/2322
 */
async function withPlainColors<T>(act: () => Promise<T>): Promise<T> {
  const { getComputedStyle: real } = window;
  const known = new Map<Element, CSSStyleDeclaration>();
  window.getComputedStyle = (el, pseudo) => {
    const before = pseudo ? undefined : known.get(el);
    if (before) return before;
    const style = real.call(window, el, pseudo);
    const plain = new Proxy(style, {
      get(_style, name) {
        const value: unknown = Reflect.get(style, name);
        if (typeof value === 'function') return value.bind(style);
        return typeof value === 'string' && value.startsWith('okl') ? plainColor(value) : value;
      },
    });
    if (!pseudo) known.set(el, plain);
    return plain;
  };
  try {
    return await act();
  } finally {
    window.getComputedStyle = real;
  }
}

/** A color as `rgb()`, as the browser paints it. */
function plainColor(color: string): string {
  const [red, green, blue, alpha] = painted(color);
  return alpha === 255 ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${alpha / 255})`;
}

// ---------------------------------------------------------------- names

const CONTROLS = 'a[href], button, input, select, textarea, summary, [role=button], fieldset, dialog[open]';

/** Every string of a bundle. */
function stringsOf(data: unknown, into = new Set<string>()): Set<string> {
  if (typeof data === 'string') into.add(data);
  else if (typeof data === 'object' && data !== null) for (const part of Object.values(data)) stringsOf(part, into);
  return into;
}

let english: Promise<readonly string[]> | undefined;

/** What is said in English alone. */
const englishOnly = () =>
  (english ??= Promise.all([wordsOf('en'), wordsOf('es')]).then(([en, es]) => {
    const spanish = stringsOf(es);
    return [...stringsOf(en)].filter((phrase) => /\p{L}{2}/u.test(phrase) && !spanish.has(phrase));
  }));

/** Controls without a name, and in Spanish those with an English one. What the visitor wrote is in their own words. */
async function nameFindings(el: Element, locale: Locale): Promise<string[]> {
  const controls = allShown(el, CONTROLS).map((control) => ({ control, name: nameOf(control) }));
  const isMarked = (control: Element) => control.querySelector('[lang]') !== null; // a title in its own language
  const nameless = controls
    .filter(({ name }) => !name)
    .map(({ control }) => `no name: ${control.outerHTML.slice(0, 120)}`);
  if (locale === 'en') return nameless;
  const own = [...stringsOf(pageSession().state)].filter((text) => text.includes(' '));
  const phrases = await englishOnly();
  const isEnglish = (name: string) => {
    const rest = own.reduce((words, text) => words.replaceAll(text, ''), name);
    return phrases.some((phrase) => (phrase.includes(' ') ? rest.includes(phrase) : rest === phrase));
  };
  return [
    ...nameless,
    ...controls
      .filter(({ control, name }) => !isMarked(control) && isEnglish(name))
      .map(({ name }) => `English name: ${name}`),
  ];
}

// ---------------------------------------------------------------- the tests

/** What all rules find in light, and those of colors in dark; and controls without a name in the language. */
export async function findings(el: LitElement, locale: Locale) {
  const { axe, ibm } = await loadEngines();
  const light = [
    ...(await axeFindings(axe, el, { runOnly: { type: 'tag', values: TAGS } })),
    ...(await ibmFindings(ibm, el, IBM_POLICY)),
  ];
  const names = await nameFindings(el, locale);
  el.setAttribute('theme', 'dark');
  await el.updateComplete;
  const dark = [
    ...(await axeFindings(axe, el, { runOnly: { type: 'tag', values: ['cat.color'] } })),
    ...(await ibmFindings(ibm, el, IBM_COLORS.id)),
  ];
  return { light, dark, names };
}

/** Tests for every state of those elements, in each language: all rules in light, those of colors again in dark. */
export function testRules(...tags: readonly Tag[]): void {
  for (const tag of tags) {
    describe(`<${tag}> for axe and IBM's rules, in light and dark`, () => {
      for (const state of STATES.filter((one) => one.tag === tag)) {
        for (const locale of LOCALES) {
          it(`${state.name} (${locale})`, async () => {
            const el = await show(state, locale, 'light');
            const { light, dark, names } = await findings(el, locale);
            expect({ light, dark, names }).to.deep.equal({ light: [], dark: [], names: [] });
          });
        }
      }
    });
  }
}
