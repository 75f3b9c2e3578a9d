import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendar, planDays, type CalendarDay } from '../../../src/handoff/calendar.js';
import { EMPTY_SESSION } from '../../../src/session/state.js';
import { addRow, editRow } from '../../../src/session/transitions.js';

const NOW = new Date('2026-11-25T10:20:30.456Z');

/** The events as a parser of RFC 5545 reads them. */
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));

describe('a calendar file', () => {
  it('is read by a parser as whole days with neutral titles', () => {
    const [day, ...more] = eventsOf(calendar([{ on: '2026-12-31', title: 'Look at my notes' }], NOW));
    expect(more).toEqual([]);
    expect(day?.summary).toBe('Look at my notes');
    expect(day?.startDate.isDate).toBe(true);
    expect(day?.startDate.toString()).toBe('2026-12-31');
    expect(day?.endDate.toString()).toBe('2027-01-01');
    expect(day?.description).toBeNull();
    expect(day?.isRecurring()).toBe(false);
    expect(String(day?.component.getFirstPropertyValue('dtstamp'))).toBe('2026-11-25T10:20:30Z');
    expect(day?.component.getFirstPropertyValue('class')).toBe('PRIVATE');
  });

  it.each([
    ['week', ['2026-12-02', '2026-12-09', '2026-12-16']],
    ['month', ['2026-12-02', '2027-01-02', '2027-02-02']],
  ] as const)('comes back every %s', (every, days) => {
    const [event] = eventsOf(calendar([{ on: '2026-12-02', title: 'Notes', every }], NOW));
    const next = event?.iterator();
    expect([next?.next(), next?.next(), next?.next()].map(String)).toEqual(days);
  });

  it('gives each entry a name of its own', () => {
    const days = [
      { on: '2026-12-02', title: 'a' },
      { on: '2026-12-03', title: 'b' },
    ];
    const uids = [...eventsOf(calendar(days)), ...eventsOf(calendar(days))].map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(4);
  });

  it('gives every title back as it was, in lines of at most 75 octets that end in CRLF', () => {
    const day = fc
      .record({
        on: fc.date({ min: new Date('2000-01-01'), max: new Date('2999-01-01'), noInvalidDate: true }),
        title: fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 200 }),
          fc.constantFrom('a;b,c\\d', 'línea\nnueva', '👩‍👧'.repeat(40), 'ñ'.repeat(100)),
        ),
      })
      .filter(({ title }) => !/[\r\v\f\u0000-\u0008\u000e-\u001f\u007f]/.test(title)) // eslint-disable-line no-control-regex -- no title has them
      .map(({ on, title }): CalendarDay => ({ on: on.toISOString().slice(0, 10), title }));
    fc.assert(
      fc.property(fc.array(day, { maxLength: 5 }), (days) => {
        const text = calendar(days, NOW);
        const events = eventsOf(text);
        expect(events.map(({ summary }) => summary)).toEqual(days.map(({ title }) => title));
        expect(events.map(({ startDate }) => startDate.toString())).toEqual(days.map(({ on }) => on));
        expect(text.endsWith('\r\n')).toBe(true);
        for (const line of text.split('\r\n')) {
          expect(line).not.toContain('\n');
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('the days of a plan', () => {
  it('are those still to come, each once, in order, and none that is done', () => {
    const row = { plan: 'A', trigger: 't', response: 'r', then: '', owner: '', nickname: '', sign: 's' } as const;
    const step = { what: 'w', owner: '', nickname: '', done: '' };
    const goal = { owner: 'me', goal: 'g', measure: '', achievable: '', relevant: '', done: '' } as const;
    const { lists } = [
      addRow('plan', { ...row, reviewOn: '2026-12-05' }),
      addRow('plan', { ...row, reviewOn: '2026-11-24' }),
      addRow('steps', { ...step, due: '2026-11-25' }),
      addRow('steps', { ...step, due: '2026-12-05' }),
      addRow('steps', { ...step, due: '' }),
      addRow('steps', { ...step, due: '2026-12-24' }),
      editRow('steps', 'row_6', { done: '2026-11-25' }),
      addRow('goals', { ...goal, due: '2027-01-01' }),
    ].reduce((state, take) => take(state), EMPTY_SESSION);
    expect(planDays(lists, '2026-11-25')).toEqual(['2026-11-25', '2026-12-05', '2027-01-01']);
    expect(planDays(EMPTY_SESSION.lists, '2026-11-25')).toEqual([]);
  });
});
