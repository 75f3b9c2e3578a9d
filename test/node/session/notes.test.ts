import { describe, expect, it } from 'vitest';
import {
  DEFAULT_KEEP_DAYS,
  KEEP_DAYS,
  NOTES_KEY,
  NOTES_VERSION,
  readEnvelope,
  SAVE_AFTER_MS,
  SavedNotes,
  type Envelope,
  type NotesPage,
} from '../../../src/session/notes.js';
import { readNotes } from '../../../src/session/saved.js';
import { Session } from '../../../src/session/session.js';
import { EMPTY_SESSION } from '../../../src/session/state.js';
import { addRow, setNote, tickReason } from '../../../src/session/transitions.js';

const DAY = 86_400_000;
const NOON = new Date(2026, 10, 25, 12).getTime();

/** One browser: its storage, its clock, and the tabs that are open in it. */
class Browser {
  now = NOON;
  readonly stored = new Map<string, string>();
  /** How often something was written. */
  writes = 0;
  readonly tabs: Tab[] = [];
  trouble: { getter?: Error; getItem?: Error; setItem?: Error; removeItem?: Error; drops?: boolean } = {};

  get text(): string | undefined {
    return this.stored.get(NOTES_KEY);
  }
  get envelope(): Envelope {
    return JSON.parse(this.text ?? 'null') as Envelope;
  }
  /** Something else, or another tab, has written this. */
  put(text: string): void {
    this.stored.set(NOTES_KEY, text);
  }

  storage(tab: Tab): ReturnType<NotesPage['storage']> {
    const { getter } = this.trouble;
    if (getter) throw getter;
    const tell = () => {
      for (const other of this.tabs) if (other !== tab) other.heard.push('otherTab');
    };
    return {
      getItem: (key) => {
        if (this.trouble.getItem) throw this.trouble.getItem;
        return this.stored.get(key) ?? null;
      },
      setItem: (key, text) => {
        if (this.trouble.setItem) throw this.trouble.setItem;
        if (this.trouble.drops) return;
        this.writes += 1;
        this.stored.set(key, text);
        tell();
      },
      removeItem: (key) => {
        if (this.trouble.removeItem) throw this.trouble.removeItem;
        if (this.stored.delete(key)) tell();
      },
    };
  }

  tab(session?: Session): Tab {
    const tab = new Tab(this, session);
    this.tabs.push(tab);
    return tab;
  }
}

/** One tab with a session and its notes. What other tabs did is heard when the test says so. */
class Tab {
  readonly heard: 'otherTab'[] = [];
  reader: NotesPage['reader'] = async () => readNotes;
  waiting: { act: () => void; ms: number }[] = [];
  readonly session: Session;
  readonly notes: SavedNotes;
  #on: Parameters<NotesPage['listen']>[0] | undefined;

  constructor(browser: Browser, session = new Session()) {
    this.session = session;
    this.notes = new SavedNotes(session, {
      storage: () => browser.storage(this),
      now: () => browser.now,
      later: (act, ms) => {
        const one = { act, ms };
        this.waiting.push(one);
        return () => (this.waiting = this.waiting.filter((other) => other !== one));
      },
      listen: (on) => (this.#on = on),
      reader: () => this.reader(),
    });
  }

  get at(): string {
    return this.notes.status.at;
  }
  write(note: string): void {
    this.session.apply(setNote(note));
  }
  /** The time in which changes are collected is over. */
  pass(): void {
    for (const { act } of [...this.waiting]) act();
  }
  hide(): void {
    this.#on?.hidden();
  }
  /** Hears of what other tabs did. */
  async hear(): Promise<void> {
    for (const _ of this.heard.splice(0)) this.#on?.otherTab();
    await later();
  }
}

const later = async () => {
  for (let i = 0; i < 5; i += 1) await Promise.resolve();
};
/** Keeps the file that reads notes back until the returned function is called. */
function slowReader(tab: Tab): () => void {
  const waiting: (() => void)[] = [];
  tab.reader = () => new Promise((done) => waiting.push(() => done(readNotes)));
  return () => waiting.forEach((come) => come());
}
const named = (name: string) => Object.assign(new Error(name), { name });

/** A browser with notes of an earlier visit, and a tab that has just been opened. */
function returning(note = 'From before') {
  const browser = new Browser();
  const first = browser.tab();
  first.write(note);
  first.notes.save(30);
  browser.tabs.length = 0;
  return { browser, tab: browser.tab() };
}

describe('saving on the device', () => {
  it('writes nothing before the visitor says so', () => {
    const browser = new Browser();
    const tab = browser.tab();
    tab.write('Secret');
    tab.pass();
    tab.hide();
    expect(browser.stored.size).toBe(0);
    expect(tab.notes).toMatchObject({ status: { at: 'none' }, isKept: false, days: DEFAULT_KEEP_DAYS });
  });

  it('saves at once, under one neutral key, with version and day', () => {
    const browser = new Browser();
    const tab = browser.tab();
    tab.write('Ours');
    tab.notes.save(30);
    expect([...browser.stored.keys()]).toEqual(['fig-notes']);
    expect(browser.envelope).toEqual({
      kind: 'notes',
      version: NOTES_VERSION,
      savedAt: new Date(NOON).toISOString(),
      days: 30,
      state: { ...EMPTY_SESSION, note: 'Ours' },
    });
    expect(browser.text).not.toMatch(/intervention|drug|alcohol|guide/i);
    expect(tab.notes).toMatchObject({ status: { at: 'saved', until: '2026-12-25' }, isKept: true, hasAside: false });
  });

  it.each([
    [7, '2026-12-02', '2026-12-05'],
    [30, '2026-12-25', '2026-12-28'],
    [90, '2027-02-23', '2027-02-26'],
  ] as const)('keeps notes for %i days after the last change', (days, first, renewed) => {
    const browser = new Browser();
    const tab = browser.tab();
    tab.notes.save(days);
    expect(tab.notes.status).toEqual({ at: 'saved', until: first });
    browser.now += 3 * DAY;
    tab.write('More');
    tab.pass();
    expect(tab.notes.status).toEqual({ at: 'saved', until: renewed });
  });

  it('takes another number of days while it saves', () => {
    const browser = new Browser();
    const tab = browser.tab();
    tab.notes.save(90);
    tab.notes.save(7);
    expect(browser.envelope.days).toBe(7);
    expect(tab.notes.days).toBe(7);
  });

  it('saves changes that follow each other together, and at once when the page goes out of sight', () => {
    const browser = new Browser();
    const tab = browser.tab();
    tab.notes.save(30);
    expect(browser.writes).toBe(1);
    for (const note of ['a', 'ab', 'abc']) tab.write(note);
    expect(tab.waiting.map(({ ms }) => ms)).toEqual([SAVE_AFTER_MS]);
    expect(browser.writes).toBe(1);
    tab.pass();
    expect(browser.writes).toBe(2);
    expect(browser.envelope.state).toMatchObject({ note: 'abc' });
    tab.write('abcd');
    tab.hide();
    expect(browser.envelope.state).toMatchObject({ note: 'abcd' });
    tab.pass();
    tab.hide();
    expect(browser.writes).toBe(3);
  });

  it('does not keep the row that was just removed', () => {
    const browser = new Browser();
    const tab = browser.tab();
    tab.session.apply((state) => ({ ...state, removed: { list: 'wins', index: 0, row: { id: 'row_1' } } as never }));
    tab.notes.save(30);
    expect(browser.envelope.state).not.toHaveProperty('removed');
  });

  it('tells who listens, until they stop', () => {
    const tab = new Browser().tab();
    const heard: string[] = [];
    const stop = tab.notes.subscribe(() => heard.push(tab.at));
    tab.notes.save(30);
    stop();
    tab.notes.deleteAll();
    expect(heard).toEqual(['saved']);
  });
});

describe('notes of an earlier visit', () => {
  it('stay closed until the visitor opens them, and are not overwritten meanwhile', () => {
    const { browser, tab } = returning();
    const text = browser.text;
    expect(tab.notes.status).toEqual({ at: 'found', savedOn: '2026-11-25' });
    expect(tab.session.state).toBe(EMPTY_SESSION);
    tab.write('New');
    tab.pass();
    tab.hide();
    expect(browser.text).toBe(text);
  });

  it('open, and are saved from then on', async () => {
    const { browser, tab } = returning();
    expect(await tab.notes.open()).toBe(true);
    expect(tab.session.state.note).toBe('From before');
    expect(tab.notes).toMatchObject({ status: { at: 'saved', until: '2026-12-25' }, canTakeBack: false });
    expect(tab.waiting).toEqual([]); // opening is no change
    tab.write('And now');
    tab.pass();
    expect(browser.envelope.state).toMatchObject({ note: 'And now' });
  });

  it('can be closed again: what was on the page comes back, and is not saved over them', async () => {
    const { browser, tab } = returning();
    tab.write('New');
    const text = browser.text;
    await tab.notes.open();
    expect(tab.notes.canTakeBack).toBe(true);
    tab.notes.takeBack();
    expect(tab.session.state.note).toBe('New');
    expect(tab.at).toBe('found');
    tab.write('Newer');
    tab.pass();
    expect(browser.text).toBe(text);
    tab.notes.takeBack();
    expect(tab.session.state.note).toBe('Newer');
  });

  it('stay open once something was built upon them', async () => {
    const { tab } = returning();
    tab.write('New');
    await tab.notes.open();
    tab.session.apply(tickReason('too_long', true));
    expect(tab.notes.canTakeBack).toBe(false);
    tab.notes.takeBack();
    expect(tab.session.state.note).toBe('From before');
  });

  it('are replaced when the visitor saves what is on the page', () => {
    const { browser, tab } = returning();
    tab.write('New');
    tab.notes.save(7);
    expect(browser.envelope).toMatchObject({ days: 7, state: { note: 'New' } });
    expect(browser.envelope).not.toHaveProperty('aside'); // they could be read
  });

  it('are deleted after their last day, and the visitor is told', () => {
    const { browser } = returning();
    browser.now += 30 * DAY - 1;
    expect(browser.tab().at).toBe('found');
    browser.now += 1;
    const tab = browser.tab();
    expect(tab.notes.status).toEqual({ at: 'expired', until: '2026-12-25' });
    expect(browser.stored.size).toBe(0);
    expect(tab.notes.isKept).toBe(false);
  });

  it('are not opened in a page that was left open past their last day', async () => {
    const { browser, tab } = returning();
    browser.now += 30 * DAY;
    expect(await tab.notes.open()).toBe(false);
    expect(tab.at).toBe('expired');
    expect(tab.session.state.note).toBe('');
    expect(browser.stored.size).toBe(0);
  });

  it('are not called deleted when the browser did not let us', () => {
    const { browser } = returning();
    browser.now += 31 * DAY;
    browser.trouble = { removeItem: named('SecurityError') };
    const tab = browser.tab();
    expect(tab.at).toBe('delete-failed');
    expect(tab.notes.isKept).toBe(true);
  });

  it('wait for another try when the file that reads them does not come', async () => {
    const { browser, tab } = returning();
    tab.write('New');
    tab.reader = () => Promise.reject(new Error('offline'));
    await expect(tab.notes.open()).rejects.toThrow('offline');
    expect(tab.at).toBe('found');
    expect(tab.session.state.note).toBe('New');
    tab.reader = async () => readNotes;
    expect(await tab.notes.open()).toBe(true);
    expect(browser.envelope.state).toMatchObject({ note: 'From before' });
  });

  it('that went away meanwhile are not opened', async () => {
    const { browser, tab } = returning();
    browser.stored.clear();
    expect(await tab.notes.open()).toBe(false);
    expect(tab.at).toBe('none');
    browser.trouble = { getItem: named('SecurityError') };
    expect(await tab.notes.open()).toBe(false);
    expect(tab.at).toBe('blocked');
  });
});

describe('storage in trouble', () => {
  const whole: Envelope = {
    kind: 'notes',
    version: 1,
    savedAt: new Date(NOON).toISOString(),
    days: 30,
    state: EMPTY_SESSION,
  };
  const without = (name: keyof Envelope) => JSON.stringify({ ...whole, [name]: undefined });

  it.each([
    ['the storage can not be reached', { getter: named('SecurityError') }],
    ['it can not be read', { getItem: named('SecurityError') }],
    ['it can not be written', { setItem: named('SecurityError') }],
    ['it drops what is written', { drops: true }],
  ])('is said and loses nothing when %s', (_, trouble) => {
    const browser = new Browser();
    browser.trouble = trouble;
    const tab = browser.tab();
    tab.write('On the screen');
    tab.notes.save(30);
    expect(tab.at).toBe('blocked');
    expect(tab.session.state.note).toBe('On the screen');
    tab.write('Still here');
    tab.pass();
    tab.hide();
    expect(tab.at).toBe('blocked');
    expect(tab.notes.isKept).toBe(false);
    tab.notes.deleteAll();
    expect(tab.session.state).toBe(EMPTY_SESSION);
    expect(tab.at).toBe('deleted');
  });

  it.each(['QuotaExceededError', 'NS_ERROR_DOM_QUOTA_REACHED'])(
    'keeps what was saved before when it is full (%s), and tries again with the next change',
    (name) => {
      const browser = new Browser();
      const tab = browser.tab();
      tab.write('Saved');
      tab.notes.save(30);
      browser.trouble = { setItem: named(name) };
      tab.write('Too much');
      tab.pass();
      expect(tab.at).toBe('full');
      expect(tab.session.state.note).toBe('Too much');
      expect(browser.envelope.state).toMatchObject({ note: 'Saved' });
      browser.trouble = {};
      tab.write('Less');
      tab.pass();
      expect(tab.at).toBe('saved');
      expect(browser.envelope.state).toMatchObject({ note: 'Less' });
    },
  );

  it('is the same trouble however often it is met', () => {
    const browser = new Browser();
    const tab = browser.tab();
    tab.notes.save(30);
    browser.trouble = { setItem: named('QuotaExceededError') };
    tab.write('a');
    tab.pass();
    const { status } = tab.notes;
    tab.write('b');
    tab.pass();
    expect(status).toEqual({ at: 'full' });
    expect(tab.notes.status).toBe(status);
  });

  it.each([
    ['no JSON', '{"kind":"notes","version":1,'],
    ['another JSON', '[1,2]'],
    ['null', 'null'],
    ['of another kind', JSON.stringify({ ...whole, kind: 'cart' })],
    ['without a version', without('version')],
    ['without a day', without('savedAt')],
    ['of a day that is none', JSON.stringify({ ...whole, savedAt: 'once' })],
    ['without a number of days', without('days')],
    ['kept for a number of days that is not offered', JSON.stringify({ ...whole, days: 3650 })],
    ['without a state', without('state')],
    ['a state that is none', JSON.stringify({ ...whole, state: 'x' })],
  ])('sets notes aside that are %s: left alone at first, kept beside the new ones', async (_, text) => {
    const browser = new Browser();
    browser.put(text);
    const tab = browser.tab();
    expect(tab.at).toBe('unreadable');
    expect(tab.notes.unread).toBe(text);
    expect(browser.text).toBe(text);
    expect(await tab.notes.open()).toBe(false);
    expect(browser.text).toBe(text);
    tab.write('New');
    tab.notes.save(30);
    expect(browser.envelope).toMatchObject({ aside: text, state: { note: 'New' } });
    expect(tab.notes).toMatchObject({ hasAside: true, unread: text });

    const next = browser.tab();
    await next.notes.open();
    next.write('Newer');
    next.pass();
    expect(browser.envelope).toMatchObject({ aside: text, state: { note: 'Newer' } });
    next.notes.deleteAll();
    expect(browser.stored.size).toBe(0);
    expect(next.notes.hasAside).toBe(false);
  });

  it('finds out on opening that a state is not whole, and leaves it', async () => {
    const browser = new Browser();
    const text = JSON.stringify({ ...whole, state: { reasons: 7 } });
    browser.put(text);
    const tab = browser.tab();
    tab.write('Mine');
    expect(tab.at).toBe('found');
    expect(await tab.notes.open()).toBe(false);
    expect(tab.at).toBe('unreadable');
    expect(tab.session.state.note).toBe('Mine');
    tab.write('Mine too');
    tab.pass();
    expect(browser.text).toBe(text);
  });

  it('leaves notes of a newer kit alone', async () => {
    const browser = new Browser();
    const text = JSON.stringify({ kind: 'notes', version: NOTES_VERSION + 1, anything: true });
    browser.put(text);
    const tab = browser.tab();
    expect(tab.at).toBe('newer');
    expect(await tab.notes.open()).toBe(false);
    expect(tab.at).toBe('newer');
    tab.write('x');
    tab.pass();
    expect(browser.text).toBe(text);
    tab.notes.save(7);
    expect(browser.envelope.aside).toBe(text);
  });

  it('reads an envelope whole, and nothing else that stands in it', () => {
    for (const days of KEEP_DAYS) {
      const given = { ...whole, days };
      expect(readEnvelope(JSON.stringify({ ...given, extra: 1 }))).toEqual(given);
    }
    expect(readEnvelope(JSON.stringify({ ...whole, aside: 5 }))).toEqual(whole);
  });
});

describe('deleting everything', () => {
  it('empties storage and page, and saves nothing from then on', () => {
    const browser = new Browser();
    const tab = browser.tab();
    tab.write('Secret');
    tab.notes.save(30);
    tab.write('More');
    const { generation } = tab.session;
    tab.notes.deleteAll();
    expect(browser.stored.size).toBe(0);
    expect(tab.session.state).toBe(EMPTY_SESSION);
    expect(tab.session.generation).toBe(generation + 1);
    expect(tab.notes).toMatchObject({ status: { at: 'deleted' }, isKept: false, canTakeBack: false, unread: '' });
    tab.pass();
    tab.write('After');
    tab.pass();
    tab.hide();
    expect(browser.stored.size).toBe(0);
  });

  it('takes found notes along, and what was to be taken back', async () => {
    const { browser, tab } = returning();
    tab.write('New');
    await tab.notes.open();
    tab.notes.deleteAll();
    expect(browser.stored.size).toBe(0);
    tab.notes.takeBack();
    expect(tab.session.state).toBe(EMPTY_SESSION);
  });

  it('says so when the browser does not let us', () => {
    const { browser, tab } = returning();
    browser.trouble = { removeItem: named('SecurityError') };
    tab.write('x');
    tab.notes.deleteAll();
    expect(tab.at).toBe('delete-failed');
    expect(tab.notes.isKept).toBe(true);
    expect(tab.session.state).toBe(EMPTY_SESSION);
  });
});

describe('two tabs', () => {
  /** Two tabs that show the same saved notes. */
  async function two() {
    const browser = new Browser();
    const a = browser.tab();
    a.write('Same');
    a.notes.save(30);
    const b = browser.tab();
    await b.notes.open();
    return { browser, a, b };
  }

  it('show the same when nothing is unsaved', async () => {
    const { a, b } = await two();
    a.write('From a');
    a.pass();
    await b.hear();
    expect(b.session.state.note).toBe('From a');
    expect(b.notes).toMatchObject({ status: { at: 'saved' }, canTakeBack: false });
    b.write('From b');
    b.pass();
    await a.hear();
    expect(a.session.state.note).toBe('From b');
    expect(a.waiting).toEqual([]);
  });

  it('hear of notes that another one begins or deletes', async () => {
    const browser = new Browser();
    const [a, b] = [browser.tab(), browser.tab()];
    a.notes.save(30);
    await b.hear();
    expect(b.at).toBe('found');
    a.notes.deleteAll();
    await b.hear();
    expect(b.at).toBe('none');
  });

  it.each<[string, (tab: Tab) => unknown]>([
    ['it heard of it', (tab) => tab.hear()],
    ['it is about to save', (tab) => tab.pass()],
    ['it goes out of sight', (tab) => tab.hide()],
    ['the visitor picks other days', (tab) => tab.notes.save(90)],
    ['the visitor opens what is there', (tab) => tab.notes.open()],
    ['the visitor keeps what is here', (tab) => tab.notes.keepMine()],
  ])('never bring back what one of them deleted, whether %s', async (_, act) => {
    const { browser, a, b } = await two();
    b.write('Unsaved');
    a.notes.deleteAll();
    await act(b);
    expect(browser.stored.size).toBe(0);
    expect(b.at).toBe('gone');
    expect(b.session.state.note).toBe('Unsaved'); // nothing is lost from the screen
    await b.hear();
    b.write('Later');
    b.pass();
    b.hide();
    expect(browser.stored.size).toBe(0);
    b.notes.save(30); // but on a new wish
    expect(browser.envelope.state).toMatchObject({ note: 'Later' });
  });

  it.each<[string, (tab: Tab) => unknown]>([
    ['heard of before it is saved', (tab) => tab.hear()],
    ['found when it is about to be saved', (tab) => tab.pass()],
    ['found when other days are picked', (tab) => tab.notes.save(90)],
  ])('ask which to keep when both were changed, %s', async (_, act) => {
    const { browser, a, b } = await two();
    b.write('From b');
    a.write('From a');
    a.pass();
    await act(b);
    expect(b.at).toBe('conflict');
    expect(b.session.state.note).toBe('From b');
    b.write('From b, more');
    b.pass();
    expect(browser.envelope.state).toMatchObject({ note: 'From a' });
  });

  it('take what the other tab has', async () => {
    const { browser, a, b } = await two();
    b.write('From b');
    a.write('From a');
    a.pass();
    await b.hear();
    expect(await b.notes.open()).toBe(true);
    expect(b.session.state.note).toBe('From a');
    expect(b.at).toBe('saved');
    expect(b.notes.canTakeBack).toBe(true);
    expect(browser.envelope.state).toMatchObject({ note: 'From a' });
  });

  it('keep what is here', async () => {
    const { browser, a, b } = await two();
    b.write('From b');
    a.write('From a');
    a.pass();
    await b.hear();
    b.notes.keepMine();
    expect(b.at).toBe('saved');
    expect(browser.envelope.state).toMatchObject({ note: 'From b' });
    await a.hear();
    expect(a.session.state.note).toBe('From b');
  });

  it('lose nothing that is typed while the file that reads notes is on its way', async () => {
    const { browser, a, b } = await two();
    const come = slowReader(b);
    a.write('From a');
    a.pass();
    await b.hear();
    b.write('Typed meanwhile');
    come();
    await later();
    expect(b.session.state.note).toBe('Typed meanwhile');
    expect(b.at).toBe('conflict');
    b.pass();
    expect(browser.envelope.state).toMatchObject({ note: 'From a' });
  });

  it('say "deleted", not "nothing there", when that happens while the file is on its way', async () => {
    const { browser, a, b } = await two();
    const come = slowReader(b);
    a.write('From a');
    a.pass();
    await b.hear();
    a.notes.deleteAll();
    come();
    await later();
    expect(b.at).toBe('gone');
    b.write('x');
    b.pass();
    expect(browser.stored.size).toBe(0);
  });

  it('ask when the file that reads notes does not come', async () => {
    const { a, b } = await two();
    b.reader = () => Promise.reject(new Error('offline'));
    a.write('From a');
    a.pass();
    await b.hear();
    expect(b.at).toBe('conflict');
    expect(b.session.state.note).toBe('Same');
  });

  it('leave what they can not read any more', async () => {
    const { browser, b } = await two();
    browser.put('damaged');
    b.heard.push('otherTab');
    await b.hear();
    expect(b.at).toBe('unreadable');
    expect(b.session.state.note).toBe('Same');
    b.write('x');
    b.pass();
    expect(browser.text).toBe('damaged');
  });

  it('hear nothing new in their own words', async () => {
    const { browser, a } = await two();
    a.heard.push('otherTab');
    await a.hear();
    expect(a.at).toBe('saved');
    browser.trouble = { getItem: named('SecurityError') };
    a.heard.push('otherTab');
    await a.hear();
    expect(a.at).toBe('blocked');
  });
});

describe('pages with old libraries', () => {
  it('save and read the same where lists have a toJSON of their own, as with Prototype 1.6', async () => {
    const steps = [tickReason('too_long', true), addRow('wins', { text: 'A "good" day', on: '2026-11-25' })];
    const write = () => {
      const browser = new Browser();
      const tab = browser.tab();
      for (const step of steps) tab.session.apply(step);
      tab.notes.save(30);
      return browser;
    };
    const plain = write().text;
    // As Prototype 1.6 has it: a list becomes a text, which JSON.stringify then quotes.
    const toJSON = function (this: unknown[]) {
      return `[${this.map((one) => JSON.stringify(one)).join(', ')}]`;
    };
    Object.defineProperty(Array.prototype, 'toJSON', { configurable: true, value: toJSON });
    try {
      expect(JSON.stringify({ a: ['x'] })).toBe('{"a":"[\\"x\\"]"}'); // the trouble is real
      const browser = write();
      expect(browser.text).toBe(plain);
      const tab = browser.tab();
      expect(await tab.notes.open()).toBe(true);
      expect(tab.session.state.reasons).toEqual(['too_long']);
    } finally {
      Reflect.deleteProperty(Array.prototype, 'toJSON');
    }
  });
});
