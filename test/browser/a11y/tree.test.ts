import { expect } from '@open-wc/testing';
import { a11ySnapshot } from '@web/test-runner-commands';
import { expectKept, KEPT } from './kept.js';
import { TAGS } from '../elements.js';
import { show, stateOf } from './states.js';

/** A node as Chromium hands it to screen readers. */
interface Node {
  readonly role: string;
  readonly name?: string;
  readonly level?: number;
  readonly children?: readonly Node[];
  readonly [state: string]: unknown;
}

const STATES = ['description', 'value', 'checked', 'pressed', 'expanded', 'disabled', 'required', 'invalid'];

/** The runner's types don't say what it gives. */
const readTree = a11ySnapshot as unknown as (where: { readonly selector: string }) => Promise<Node>;

/** Plain words are content, and change more often than what they stand in. The parts of a date are today's. */
const LEFT_OUT = new Set(['StaticText', 'option', 'spinbutton']);

function linesOf(node: Node, depth = 0): string[] {
  const { role, name, level, children = [] } = node;
  const states = STATES.filter(
    (state) => node[state] !== undefined && node[state] !== '' && node[state] !== 'false',
  ).map((state) => `${state}: ${String(node[state])}`);
  const about = [...(level ? [`level ${level}`] : []), ...states].join(', ');
  const line = `${'  '.repeat(depth)}- ${role}${name ? ` "${name}"` : ''}${about ? ` [${about}]` : ''}`;
  const inside = children.filter((child) => !LEFT_OUT.has(child.role));
  return [line, ...inside.flatMap((child) => linesOf(child, depth + 1))];
}

/** Only Chromium hands its tree out: https://modern-web.dev/docs/test-runner/commands/#accessibility-snapshot */
const hasTree = navigator.userAgent.includes('Chrome');

describe('the accessibility tree', () => {
  if (!hasTree) {
    it('is handed out by Chromium alone', async () => {
      const trouble = await a11ySnapshot({}).then(
        () => '',
        (error: unknown) => String(error),
      );
      expect(trouble).not.to.equal('');
    });
    return;
  }
  for (const tag of TAGS) {
    it(`<${tag}>`, async () => {
      const parts: string[] = [];
      for (const name of KEPT[tag]) {
        await show(stateOf(tag, name), 'en', 'light');
        const tree = await readTree({ selector: 'main' });
        parts.push(`# ${name}\n\n${linesOf(tree).join('\n')}\n`);
      }
      await expectKept(`trees/${tag}.txt`, parts.join('\n'));
    });
  }
});
