import { describe, expect, it } from 'vitest';
import { compile } from '../../../../src/content/compile/compile.js';
import { ENTITIES } from '../../../../src/content/schema.js';
import { baseFiles, compileFiles, sourceOf, translationFiles, withChange, type Files } from '../../helpers.js';

/** Everything in the base was written on 2026-11-22 and is due after twelve months. */
const overdueOn = async (today: string, files?: Files) => compile(sourceOf(files ?? (await baseFiles())), { today });

describe('a review date', () => {
  it('has passed on the day after it', async () => {
    expect((await overdueOn('2027-11-22')).issues).toEqual([]);
    expect((await overdueOn('2027-11-23')).issues.length).toBeGreaterThan(20);
  });

  it('that has passed stops the build for safety and crisis entries, and is a warning for all others', async () => {
    const { issues, bundle } = await overdueOn('2027-11-23');
    expect(new Set(issues.map(({ id }) => id))).toEqual(new Set(['review-overdue']));
    const folders = (severity: string) =>
      new Set(issues.filter((issue) => issue.severity === severity).map(({ file }) => file.split('/')[0]));
    const fresh = ['crisis-lines', 'regions', 'safety'];
    expect(folders('error')).toEqual(new Set(fresh));
    const others = Object.values(ENTITIES)
      .map(({ folder }) => folder)
      .filter((folder) => !fresh.includes(folder));
    expect(folders('warning')).toEqual(new Set(others));
    expect(bundle).toBeUndefined();
  });

  it('leaves the bundle when only others have passed', async () => {
    const files = withChange(await baseFiles(), 'myths/wait_for_the_worst.md', 'reviewEvery: P12M', 'reviewEvery: P1D');
    const { issues, bundle } = compileFiles(files);
    expect(issues).toMatchObject([
      { id: 'review-overdue', severity: 'warning', message: 'This was to be looked at again by 2026-11-23.' },
    ]);
    expect(bundle?.learn.myths).toHaveLength(1);
  });

  it('counts from the last look, be it at a line or a source, by a reviewer, or none since it was written', async () => {
    const placed = async (path: string, was: string, now: string) =>
      compileFiles(withChange(await baseFiles(), path, was, now)).issues.map((issue) => issue.path);
    const role = 'roles/contact_person.md';
    expect(await placed(role, 'draftedOn: 2026-11-22', 'draftedOn: 2024-11-22')).toEqual(['draftedOn']);
    expect(await placed(role, 'draftedOn: 2026-11-22', 'draftedOn: 2024-11-22\nreviewedOn: 2026-11-22')).toEqual([]);
    expect(await placed(role, 'draftedOn: 2026-11-22', 'draftedOn: 2026-11-22\nreviewedOn: 2025-01-22')).toEqual([
      'reviewedOn',
    ]);
    const source = 'sources/helpers_note.md';
    expect(await placed(source, 'checkedOn: 2026-11-22', 'checkedOn: 2025-01-22')).toEqual(['checkedOn']);
    expect(await placed(source, 'draftedOn: 2026-11-22', 'draftedOn: 2024-11-22')).toEqual([]);
    const line = 'crisis-lines/zz_poison.md';
    expect(await placed(line, 'verifiedOn: 2026-11-22', 'verifiedOn: 2025-01-22')).toEqual(['verifiedOn']);
    expect(await placed(line, 'draftedOn: 2026-11-22', 'draftedOn: 2024-11-22')).toEqual([]);
  });

  it('is not held against an entry that is retired', async () => {
    const role = 'ways-in/just_happened.md';
    const old = withChange(await baseFiles(), role, 'draftedOn: 2026-11-22', 'draftedOn: 2020-01-01');
    expect(compileFiles(withChange(old, role, 'status: draft', 'status: retired')).issues).toEqual([]);
  });

  it('is reported in a translation for what is translated, as that is what a visitor reads', async () => {
    const { issues } = compile(sourceOf(await translationFiles(), await baseFiles()), { today: '2027-11-23' });
    const files = issues.map(({ file }) => file);
    expect(files).toContain('safety/cannot_wake.md');
    expect(files).not.toContain('sources/helpers_note.md');
  });

  it('is held against today when no day is given', async () => {
    const files = withChange(
      await baseFiles(),
      'roles/contact_person.md',
      'draftedOn: 2026-11-22',
      'draftedOn: 2001-11-22',
    );
    const { issues } = compile(sourceOf(files));
    expect(issues.map(({ id, file }) => `${id} ${file}`)).toContain('review-overdue roles/contact_person.md');
  });
});
