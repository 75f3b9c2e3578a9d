import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
// @ts-expect-error a script without types
import * as script from '../../../scripts/consent-history.mjs';
import { bundleOf, ENGLISH, filesOf, SPANISH, compileFiles } from '../helpers.js';

interface Kept {
  readonly locale: string;
  readonly id: string;
  readonly version: string;
  readonly hash: string;
  readonly text: string;
}
const { consentsOf, grown, historyProblems, readHistory } = script as {
  consentsOf: (bundles: readonly unknown[]) => Kept[];
  grown: (history: readonly Kept[], now: readonly Kept[]) => Kept[];
  historyProblems: (history: readonly Kept[], now: readonly Kept[]) => string[];
  readHistory: () => Promise<Kept[]>;
};

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

async function bundles() {
  const english = await filesOf(ENGLISH);
  const { bundle, issues } = compileFiles(await filesOf(SPANISH), english);
  if (!bundle) throw new Error(JSON.stringify(issues));
  return [bundleOf(english), bundle];
}

describe('consent texts', () => {
  it('are hashed as they stand in their files', async () => {
    for (const { contact } of await bundles()) {
      expect(contact.consents.map(({ use }) => use)).toEqual(['contact', 'text', 'summary']);
      for (const { text, hash } of contact.consents) expect(hash).toBe(sha256(text));
    }
  });

  it('name the one center, and say in each language that help does not hang on them', async () => {
    const [english, spanish] = await bundles();
    for (const { text } of english?.contact.consents ?? []) {
      expect(text).toContain('{center}');
      expect(text).toMatch(/I can get help, and buy anything, without it|get help without sharing/);
      expect(text).toMatch(/tell \{center\} at any time\.$/);
    }
    for (const { text } of spanish?.contact.consents ?? []) {
      expect(text).toContain('{center}');
      expect(text).toMatch(
        /Puedo recibir ayuda, y comprar lo que sea, sin aceptar|puedo recibir ayuda sin compartirlas/,
      );
      expect(text).toMatch(/avisar a \{center\} cuando quiera\.$/);
    }
  });

  it('are all in the history, and what is there was never edited', async () => {
    expect(historyProblems(await readHistory(), consentsOf(await bundles()))).toEqual([]);
  });

  describe('history', () => {
    const one: Kept = { locale: 'en', id: 'contact', version: '1', text: 'I agree.', hash: sha256('I agree.') };

    it('takes in what is new, and keeps what was', () => {
      const next = { ...one, version: '2', text: 'I agree to it.', hash: sha256('I agree to it.') };
      expect(grown([one], [next])).toEqual([one, next]);
      expect(grown([one], [one])).toEqual([one]);
    });

    it('refuses other words under a version that was published', () => {
      const other = { ...one, text: 'I agree!', hash: sha256('I agree!') };
      expect(() => grown([one], [other])).toThrow('Raise "version"');
    });

    it('tells when something in it was edited, is missing, or stands there twice', () => {
      expect(historyProblems([{ ...one, text: 'I agreed.' }], [one])).toHaveLength(1);
      expect(historyProblems([], [one])).toHaveLength(1);
      expect(historyProblems([one, one], [one])).toHaveLength(1);
    });
  });
});
