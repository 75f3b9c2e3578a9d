import { expect, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { nameOf, text } from '../../fixtures/find.js';
import { allByRole, byRole, focused, settled } from '../helpers.js';
import { expectKept, KEPT } from './kept.js';
import { TAGS } from '../elements.js';
import { show, stateOf, wordsOf } from './states.js';

/** More stops than any element has: whoever needs more is trapped. */
const MOST = 150;

const ROLES: readonly (readonly [selector: string, role: string])[] = [
  ['[role]', ''],
  ['a[href]', 'link'],
  ['button', 'button'],
  ['select', 'combobox'],
  ['textarea, input:is([type=text], [type=tel], [type=email])', 'textbox'],
  ['input[type=search]', 'searchbox'],
  ['input[type=checkbox]', 'checkbox'],
  ['input[type=date]', 'date'],
  ['input[type=file]', 'file'],
  ['summary', 'summary'],
];

/** A stop as a line: role, name, state. A group of radio buttons is one stop, wherever in it an engine begins. */
function lineOf(el: Element): string {
  if (el instanceof HTMLInputElement && el.type === 'radio') {
    const group = el.closest('fieldset');
    return `radios "${group ? nameOf(group) : ''}"`;
  }
  const [, role] = ROLES.find(([selector]) => el.matches(selector)) ?? [];
  const states = [
    ...['aria-expanded', 'aria-pressed', 'aria-current', 'aria-invalid']
      .filter((name) => el.hasAttribute(name))
      .map((name) => `${name.slice(5)}: ${el.getAttribute(name)}`),
    ...(el instanceof HTMLInputElement && el.checked ? ['checked'] : []),
    ...(el.localName === 'summary' ? [(el.parentElement as HTMLDetailsElement).open ? 'open' : 'closed'] : []),
  ];
  return [`${role || el.getAttribute('role') || el.localName} "${nameOf(el)}"`, ...states].join(', ');
}

/** What shows the focus of a control: itself, or the label around it where it is out of sight. */
const seenOf = (el: Element): Element => (el.matches('.unseen') ? (el.closest('label') ?? el) : el);

/** What is wrong with how a focused control is shown. */
function focusFaults(el: Element): string[] {
  const seen = seenOf(el);
  const { outlineStyle, outlineWidth } = getComputedStyle(seen);
  const { left, right, top, bottom, width, height } = seen.getBoundingClientRect();
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const isCovered = ![y, top + 2, bottom - 2].some((at) => reaches(seen, x, at));
  return [
    ...(outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 ? ['no ring'] : []),
    ...(width < 8 || height < 8 ? ['too small to see'] : []),
    ...(isCovered ? ['out of sight'] : []),
  ].map((fault) => `${fault}: ${lineOf(el)}`);
}

/** Whether what lies at a point of the window belongs to an element. */
function reaches(el: Element, x: number, y: number): boolean {
  let at = document.elementFromPoint(x, y);
  while (at?.shadowRoot && at !== el) {
    const inner = at.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === at) break;
    at = inner;
  }
  return at !== null && (el.contains(at) || at.contains(el));
}

const press = async (key: string) => {
  await sendKeys({ press: key });
  await settled();
};

/** Buttons of the page around the element. */
function surround(el: Element): readonly [before: HTMLElement, after: HTMLElement] {
  const make = (words: string) => Object.assign(document.createElement('button'), { textContent: words });
  const [before, after] = [make('before'), make('after')];
  el.before(before);
  el.after(after);
  return [before, after];
}

/** Walks with Tab from one control to another, and notes the stops between. */
async function walk(from: HTMLElement, to: HTMLElement) {
  const lines: string[] = [];
  const faults: string[] = [];
  let last: Element | null = from;
  from.focus();
  for (let presses = 0; presses < MOST; presses += 1) {
    await press('Tab');
    const at = focused();
    if (at === to) return { lines, faults };
    if (!at || at === document.body) return { lines: [...lines, 'lost: nothing has the focus'], faults };
    // Parts of a date, and single radio buttons, are stops of their own in some engines.
    if (at !== last && lines.at(-1) !== lineOf(at)) {
      lines.push(lineOf(at));
      // WebKit scrolls to a text field a moment later.
      await waitUntil(() => !focusFaults(at).length, '', { timeout: 5000, interval: 20 }).catch(() => undefined);
      faults.push(...focusFaults(at));
    }
    last = at;
  }
  return { lines: [...lines, 'trapped'], faults };
}

/**
 * Through WebDriver the runner can't hold a key down, so in WebKit there is no way backward.
 * https://modern-web.dev/docs/test-runner/commands/#send-keys
 */
const canHold = /Chrome|Firefox/.test(navigator.userAgent);

describe('with the keyboard', () => {
  for (const tag of TAGS) {
    it(`<${tag}>: stops in an order that can be read, each in sight, with no way to get stuck`, async function () {
      this.timeout(60_000);
      const parts: string[] = [];
      const faults: string[] = [];
      for (const name of KEPT[tag]) {
        const el = await show(stateOf(tag, name), 'en', 'light');
        const [before, after] = surround(el);
        const forth = await walk(before, after);
        faults.push(...forth.faults);
        parts.push([`# ${name}`, '', ...forth.lines].join('\n'));
        if (!canHold || name !== KEPT[tag][0]) continue;
        await sendKeys({ down: 'Shift' });
        const back = await walk(after, before).finally(() => sendKeys({ up: 'Shift' }));
        expect(back.lines.toReversed(), `${name}, backward`).to.deep.equal(forth.lines);
      }
      expect(faults).to.deep.equal([]);
      const found = `${parts.join('\n\n')}\n`;
      await expectKept(`keyboard/${tag}.txt`, found);
    });
  }

  it('goes backward too, wherever the runner can hold a key down', async () => {
    const trouble = await sendKeys({ down: 'Shift' }).then(
      () => '',
      (error: unknown) => String(error),
    );
    if (canHold) await sendKeys({ up: 'Shift' });
    expect(trouble === '').to.equal(canHold);
  });

  it('help opens at the first number, and closes with the focus where it was', async () => {
    const el = await show(stateOf('crisis-help-bar', 'first screen'), 'en', 'light');
    const [before] = surround(el);
    before.focus();
    await press('Tab');
    await press('Tab');
    await press('Enter');
    expect(nameOf(focused() as Element)).to.equal('Call 911'); // the first way to reach somebody
    byRole(el, 'button', 'Close help').focus();
    await press(' ');
    expect(nameOf(focused() as Element)).to.equal('Get help now');
    expect(allByRole(el, 'heading').length).to.equal(0);
  });

  it('Escape closes a form in which nothing is written, and leads back to its button', async () => {
    const words = await wordsOf('en');
    const el = await show(stateOf('contingency-planner', 'first screen'), 'en', 'light');
    byRole(el, 'button', words.plan.words.ownRow).focus();
    await press('Enter');
    expect(nameOf(focused() as Element)).to.equal(words.plan.words.plan);
    await press('Escape');
    expect(nameOf(focused() as Element)).to.equal(words.plan.words.ownRow);
  });

  it('arrows move among the answers of a question, and Enter sends one off', async () => {
    const el = await show(stateOf('next-steps-wizard', 'first screen'), 'en', 'light');
    const [first] = allByRole<HTMLInputElement>(el, 'radio');
    first?.focus();
    await press(' ');
    expect(first?.checked).to.equal(true);
    await press('ArrowDown');
    await press('ArrowDown');
    expect(nameOf(focused() as Element)).to.equal('No, not right now');
    await press('Enter');
    await waitUntil(() => allByRole(el, 'heading', 'How did the meeting end?').length, 'no question came');
    await settled();
    expect(text(focused())).to.equal('How did the meeting end?');
  });

  it('Escape leaves the cover of "Leave quickly" where the page stays', async () => {
    const el = await show(stateOf('crisis-help-bar', 'first screen'), 'en', 'light');
    Object.assign(el, { navigate: () => undefined });
    const dialog = el.shadowRoot?.querySelector('dialog');
    byRole(el, 'button', 'Leave quickly').focus();
    await press('Enter');
    expect(dialog?.open).to.equal(true);
    await press('Escape');
    await waitUntil(() => !dialog?.open, 'the cover stays');
    expect(nameOf(focused() as Element)).to.equal('Leave quickly');
  });
});
