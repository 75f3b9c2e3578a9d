import { expect, waitUntil } from '@open-wc/testing';
import { allShown, nameOf, text } from '../../fixtures/find.js';
import { focused, settled } from '../helpers.js';
import { TAGS, type Tag } from '../elements.js';
import { show, STATES, type State } from './states.js';

const CONTROLS = 'button:not(:disabled), input:is([type=checkbox], [type=radio]), select, summary';

/** What a control does, so that of twenty that add an idea one is used: its words, without what they are about. */
function kindOf(control: Element): string {
  if (!control.matches('button')) return [control.localName, control.getAttribute('type'), partOf(control)].join(' ');
  const copy = control.cloneNode(true) as Element;
  for (const about of copy.querySelectorAll('.unseen, .hint')) about.remove();
  const isIdea = control.matches('.ways *, .map *, .wide, .levels *, .chips *');
  return isIdea ? `button ${partOf(control)}` : `button ${text(copy)}`;
}
const partOf = (control: Element) => control.closest('[part]')?.getAttribute('part') ?? '';

/** Controls of an element in a state: those of its help bar are tested with the bar. */
const controlsIn = (el: Element, tag: Tag): HTMLElement[] =>
  allShown(el, CONTROLS).filter((control) => {
    const host = (control.getRootNode() as ShadowRoot).host;
    return tag === 'crisis-help-bar' || host.localName !== 'crisis-help-bar';
  });

/** Uses a control as a visitor does who has it in focus. */
async function use(control: HTMLElement): Promise<void> {
  control.focus();
  if (control instanceof HTMLSelectElement) {
    control.selectedIndex = (control.selectedIndex + 1) % control.options.length;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  } else control.click();
  await settled();
}

const isLost = (): boolean => {
  const at = focused();
  return !at || at === document.body || !at.checkVisibility({ visibilityProperty: true });
};

/** The page hands out its own sheets and files, so that nothing is printed here. */
const handOut = (event: Event) => event.preventDefault();

describe('the focus is never lost', () => {
  before(() => window.addEventListener('fig-export', handOut));
  after(() => window.removeEventListener('fig-export', handOut));

  for (const tag of TAGS) {
    it(`<${tag}>: whatever is used, in whatever state`, async function () {
      this.timeout(60_000);
      const used = new Set<string>();
      const lost: string[] = [];
      const useAll = async (state: State) => {
        const count = controlsIn(await show(state, 'en', 'light'), tag).length;
        for (let i = 0; i < count; i += 1) {
          const shown = controlsIn(await showIfUsed(state), tag);
          const control = shown[i];
          if (!control || used.has(kindOf(control))) continue;
          used.add(kindOf(control));
          const name = `${nameOf(control)} (${state.name})`;
          await use(control);
          current = undefined;
          await waitUntil(() => !isLost(), '', { timeout: 1000 }).catch(() => lost.push(name));
        }
      };
      /** The state as it was, made anew only after something was used. */
      let current: Element | undefined;
      const showIfUsed = async (state: State) => (current ??= await show(state, 'en', 'light'));
      for (const state of STATES.filter((one) => one.tag === tag)) {
        current = undefined;
        await useAll(state);
      }
      expect(used.size).to.be.above(tag === 'crisis-help-bar' ? 5 : 3);
      expect(lost).to.deep.equal([]);
    });
  }
});
