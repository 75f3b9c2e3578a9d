import { describe, expect, it } from 'vitest';
import { ALLOWED_PHRASES, LANGUAGE_RULES } from '../../../../src/content/lint/language-rules.js';
import { languageHits } from '../../../../src/content/lint/language.js';
import {
  baseFiles,
  compileFiles,
  placeOf,
  replaced,
  textOf,
  translationFiles,
  withChange,
  withTexts,
} from '../../helpers.js';

/** For each rule, texts that go against it, and texts that come near and are fine. */
const CASES: Readonly<Record<string, { readonly wrong: readonly string[]; readonly fine: readonly string[] }>> = {
  'en-addict': {
    wrong: ['He is an addict.', 'Drug addicts', 'ADDICT'],
    fine: ['Addiction is an illness.', 'an addictive drug'],
  },
  'en-addicted-noun': {
    wrong: ['Help the addicted.', 'your addicted loved one', 'addicted persons'],
    fine: ['They may be addicted to opioids.'],
  },
  'en-slang': { wrong: ['a junkie', 'dope fiends', 'meth heads'], fine: ['They won.', 'a stone', 'window'] },
  'en-alcoholic': {
    wrong: ['An alcoholic needs care.', 'Alcoholics'],
    fine: [
      'Alcoholics Anonymous',
      'Adult Children of Alcoholics',
      'a non-alcoholic drink',
      'alcoholic drinks',
      'alcoholic hepatitis',
    ],
  },
  'en-drunk-noun': { wrong: ['He is a drunk.', 'the drunks'], fine: ['They were drunk.', 'a drunken night'] },
  'en-abuse': {
    wrong: ['substance abuse', 'drug-abuse', 'drugs of abuse', 'alcohol abuse'],
    fine: [
      'Substance Abuse and Mental Health Services Administration',
      'National Institute on Drug Abuse',
      'child abuse',
      'domestic abuse',
    ],
  },
  'en-abuser': {
    wrong: ['a drug abuser', 'abusing alcohol'],
    fine: ['An abuser may watch your phone.', 'abused children'],
  },
  'en-user': { wrong: ['drug users', 'an IV drug user'], fine: ['users of this page', 'people who use drugs'] },
  'en-misuse': { wrong: ['alcohol misuse'], fine: ['misuse of a prescription'] },
  'en-habit': { wrong: ['a drug habit', 'kick the habit'], fine: ['a good habit', 'a habit of listening'] },
  'en-clean': {
    wrong: [
      'to get clean',
      'stayed clean',
      'clean and sober',
      'a dirty needle',
      'clean tests',
      'She tested clean.',
      'tests dirty',
    ],
    fine: ['Clean the room.', 'a clean slate', 'dirty dishes'],
  },
  'en-recovering': {
    wrong: ['a recovering alcoholic', 'ex-addict', 'former drug addicts'],
    fine: ['They are recovering.', 'a former teacher'],
  },
  'en-relapse': { wrong: ['a relapse', 'They relapsed.'], fine: ['as time elapses', 'a collapse'] },
  'en-slip': {
    wrong: ['a slip', 'the lapse', 'fell or fall off the wagon'],
    fine: ['Slip the note under the door.', 'a slipper'],
  },
  'en-denial': { wrong: ['They are in denial.', 'Denial is common.'], fine: ['Denials of claims', 'undeniable'] },
  'en-resist': {
    wrong: ['treatment-resistant', 'Resistance is normal.'],
    fine: ['Resist the urge to argue.', 'water-resistants'],
  },
  'en-noncompliant': { wrong: ['noncompliant', 'non-compliance'], fine: ['compliance with the law'] },
  'en-fail-person': {
    wrong: ['You failed.', 'Families have failed.', 'failed treatment', 'treatment failure'],
    fine: ['The plan failed to start.', 'heart failure', 'They fail to call.'],
  },
  'en-fail-intervention': {
    wrong: ['a failed intervention', 'unsuccessful drug interventions', 'when an intervention fails'],
    fine: ['an unsuccessful attempt to call', 'an intervention that did not work'],
  },
  'en-enable': {
    wrong: ['an enabler', 'enabling him', 'Stop enabling.', 'enabling behaviors'],
    fine: ['enabled captions', 'This enables you to rest.', 'enabling technology'],
  },
  'en-codep': { wrong: ['codependent', 'Codependency'], fine: ['dependent', 'code pending'] },
  'en-rockbottom': {
    wrong: ['hit rock bottom', 'Rock bottom', 'a rock-bottom moment'],
    fine: ['at the bottom of the page', 'a rock'],
  },
  'en-toughlove': { wrong: ['Tough love works.'], fine: ['A tough talk, with love.'] },
  'en-confront': { wrong: ['Confront them.', 'a confrontation'], fine: ['the front door', 'up front'] },
  'en-mat': {
    wrong: ['medication-assisted treatment', 'MAT', 'opioid substitution therapy'],
    fine: ['Lay a mat on the floor.', 'MATH', 'medication for opioid use disorder'],
  },
  'en-sober': { wrong: ['sobriety', 'getting sober'], fine: ['They were sober when we met.'] },
  'en-rehab': { wrong: ['rehab', 'a detox bed'], fine: ['rehabilitation after a fall', 'detoxify'] },
  'en-suicide': {
    wrong: ['commit suicide', 'a failed suicide attempt', 'The suicide attempt failed.'],
    fine: ['died by suicide', 'a suicide attempt', 'an unsuccessful attempt', 'commit to a date'],
  },
  'en-suffer': {
    wrong: ['suffers from addiction', 'victims of drugs', 'victim of alcoholism'],
    fine: ['They suffer.', 'a victim of violence'],
  },
  'en-battle': {
    wrong: ['battling', 'fight it', 'the war on drugs', 'a plague'],
    fine: ['old fights', 'a battery', 'firefighters'],
  },
  'en-alcoholism': { wrong: ['Alcoholism'], fine: ['alcohol'] },
  'en-claim-rate': {
    wrong: [
      'a success rate',
      'We guarantee it.',
      '100% confidential',
      '100 percent private',
      'HIPAA compliant',
      'the #1 center',
      'a miracle',
    ],
    fine: ['a heart rate', 'It is private.', 'the best time', 'HIPAA is a law.', 'item #12'],
  },
  'en-cure': { wrong: ['a cure', 'They are cured.'], fine: ['a secure place', 'curious', 'the curator'] },
  'en-should': { wrong: ['You should call.', 'you must'], fine: ['They should be safe.', 'Should you call?'] },
  'en-forced-stop': {
    wrong: [
      'Pour out the alcohol.',
      'Talk first. Hide their pills.',
      'Make them stop today.',
      'Search their room.',
      'Block the door.',
    ],
    fine: [
      'Do not pour out, hide, or take away the alcohol.',
      'Do not hide their medicine.',
      'Never block the door.',
      'Hide this page.',
    ],
  },
  'es-forced-stop': {
    wrong: ['Tire el alcohol.', 'Hable primero. Esconda sus pastillas.', 'Enciérrelo.', 'Haga que pare.'],
    fine: ['No tire, no esconda y no le quite el alcohol.', 'No bloquee la puerta.', 'Esconda esta página.'],
  },
  'es-adicto': {
    wrong: ['un adicto', 'las adictas', 'ex adicto', 'exadicto'],
    fine: ['la adicción', 'una sustancia adictiva'],
  },
  'es-drogadicto': {
    wrong: ['drogadicto', 'la drogadicción', 'toxicómana', 'toxicomanía'],
    fine: ['las drogas', 'una droguería'],
  },
  'es-jerga': { wrong: ['un borracho', 'los vicios', 'el vicio', 'yonqui'], fine: ['a su servicio', 'los servicios'] },
  'es-alcoholico': {
    wrong: ['un alcohólico', 'alcohólicas'],
    fine: ['Alcohólicos Anónimos', 'bebidas alcohólicas', 'hepatitis alcohólica', 'el alcohol'],
  },
  'es-alcoholismo': { wrong: ['el alcoholismo'], fine: ['el alcohol mismo'] },
  'es-abuso': {
    wrong: ['abuso de sustancias', 'abusar del alcohol', 'abuso de las drogas'],
    fine: ['abuso infantil', 'abuso de menores', 'Instituto Nacional sobre el Abuso de Drogas'],
  },
  'es-usuario': {
    wrong: ['usuarios de drogas', 'consumidora de heroína'],
    fine: ['usuarios de esta página', 'consumidores'],
  },
  'es-limpio': {
    wrong: ['está limpio', 'quedarse limpia', 'una prueba sucia'],
    fine: ['Limpie la mesa.', 'agua limpia', 'una prueba negativa'],
  },
  'es-recaida': { wrong: ['una recaída', 'recayó', 'recaer', 'recae'], fine: ['la caída', 'recado', 'recaudar'] },
  'es-negacion': { wrong: ['en negación', 'Negación'], fine: ['una negociación', 'abnegación'] },
  'es-resist': {
    wrong: ['resistente', 'resistencia al tratamiento'],
    fine: ['la resistencia física', 'resista la tentación'],
  },
  'es-fracaso': {
    wrong: ['fracasó', 'un fracaso', 'una intervención fallida'],
    fine: ['una llamada fallida', 'una intervención breve'],
  },
  'es-codep': { wrong: ['codependencia', 'codependientes'], fine: ['dependencia', 'independiente'] },
  'es-fondo': { wrong: ['tocar fondo', 'tocó fondo', 'toque fondo'], fine: ['en el fondo', 'tocar la puerta'] },
  'es-mano-dura': { wrong: ['Hace falta mano dura.'], fine: ['una mano amiga', 'la mano duradera'] },
  'es-confrontar': {
    wrong: [
      'confrontar',
      'una confrontación',
      'enfrentarlo',
      'Enfréntelos.',
      'enfrentarse a su hijo',
      'enfrentó a la persona',
    ],
    fine: ['enfrentar el miedo', 'enfrentarse a un problema', 'de frente', 'en la casa de enfrente'],
  },
  'es-facilitador': {
    wrong: ['alcahuete', 'solapar', 'facilitadora del consumo', 'facilitador de la adicción'],
    fine: ['la persona que facilita el grupo', 'un facilitador'],
  },
  'es-tam': {
    wrong: ['tratamiento asistido con medicamentos', 'TAM', 'terapia de reemplazo'],
    fine: ['también', 'un tam', 'TAMBIÉN'],
  },
  'es-suicidio': {
    wrong: ['cometió suicidio', 'un intento fallido', 'intento de suicidio fallido'],
    fine: ['murió por suicidio', 'un intento de suicidio'],
  },
  'es-sufre': {
    wrong: ['sufre de alcoholismo', 'víctima de drogas', 'padecen de adicción'],
    fine: ['sufre mucho', 'víctima de violencia'],
  },
  'es-rehab': { wrong: ['la rehabilitación', 'desintoxicación'], fine: ['habilitación', 'la intoxicación'] },
  'es-claim': {
    wrong: ['tasa de éxito', 'tasas de éxito', 'garantizado', '100 % confidencial', '100 por ciento confidencial'],
    fine: ['éxito', 'es confidencial', 'una garantía'],
  },
};

const ALLOWED = [
  'Substance Abuse and Mental Health Services Administration',
  'National Institute on Drug Abuse',
  'Alcoholics Anonymous',
  'Adult Children of Alcoholics',
  'nonalcoholic',
  'alcoholic liver',
  'child abuse',
  'domestic abuse',
  'elder abuse',
  'physical abuse',
  'emotional abuse',
  'sexual abuse',
  'verbal abuse',
  'Alcohólicos Anónimos',
  'bebida alcohólica',
  'hepatitis alcohólica',
  'Instituto Nacional sobre el Abuso de Drogas',
  'Administración de Servicios de Abuso de Sustancias y Salud Mental',
  'abuso de menores',
];

const RULES = [...LANGUAGE_RULES.en, ...LANGUAGE_RULES.es];
const languageOf = (id: string) => (id.startsWith('en-') ? 'en' : 'es');
const hits = (text: string, id: string) => languageHits(text, languageOf(id)).map(({ rule }) => rule.id);
const each = (side: 'wrong' | 'fine') =>
  Object.entries(CASES).flatMap(([id, texts]) => texts[side].map((text) => [id, text] as const));

describe('language rules', () => {
  it('are each held against words that are wrong and words that are fine', () => {
    expect(RULES.map(({ id }) => id).sort()).toEqual(Object.keys(CASES).sort());
    expect(Object.values(CASES).filter(({ wrong, fine }) => !wrong.length || !fine.length)).toEqual([]);
  });

  it.each(Object.entries(LANGUAGE_RULES))('of %s have its name in theirs', (language, rules) => {
    expect(rules.filter(({ id }) => !id.startsWith(`${language}-`))).toEqual([]);
  });

  it.each(each('wrong'))('%s finds "%s"', (id, text) => {
    expect(hits(text, id)).toContain(id);
  });

  it.each(each('fine'))('%s has nothing against "%s"', (id, text) => {
    expect(hits(text, id)).not.toContain(id);
  });

  it.each(['es-recaida', 'es-fracaso', 'es-drogadicto'])(
    '%s finds words whose accents are characters of their own',
    (id) => {
      for (const text of CASES[id]?.wrong ?? []) expect(hits(text.normalize('NFD'), id)).toContain(id);
    },
  );

  it('find a word beside marks of any kind', () => {
    for (const text of ['(addict)', '“addict”', 'addict.', '¿adicto?', 'parent/addict', 'addict’s']) {
      expect([...hits(text, 'en-'), ...hits(text, 'es-')]).not.toEqual([]);
    }
  });

  it('give the words as they stand in the text', () => {
    expect(languageHits('Then they Relapsed again.', 'en').map(({ words }) => words)).toEqual(['Relapsed']);
  });

  it('pass over an allowed phrase, and see what stands beside it', () => {
    expect(hits('Alcoholics Anonymous is for alcoholics.', 'en-')).toEqual(['en-alcoholic']);
    expect(hits('Alcohólicos Anónimos recibe a los alcohólicos.', 'es-')).toEqual(['es-alcoholico']);
  });

  it.each(ALLOWED)('let "%s" through', (text) => {
    expect([...hits(text, 'en-'), ...hits(text, 'es-')]).toEqual([]);
  });

  it('have no allowed phrase but those', () => {
    const phrases = [...ALLOWED_PHRASES.en, ...ALLOWED_PHRASES.es];
    expect(phrases.filter((phrase) => !ALLOWED.some((text) => new RegExp(`^${phrase}$`, 'iu').test(text)))).toEqual([]);
  });
});

describe('the language of a folder', () => {
  const REASON = 'reasons/felt_cornered.md';
  const issuesOf = (files: Parameters<typeof compileFiles>[0]) => compileFiles(files).issues;
  const withWhat = async (words: string) =>
    withChange(await baseFiles(), REASON, 'A group met them all at once.', words);

  it('is checked with what to write instead', async () => {
    expect(issuesOf(await withWhat('A relapse can happen.'))).toEqual([
      {
        id: 'language',
        severity: 'warning',
        file: REASON,
        line: 16,
        path: 'what',
        message: '"relapse" goes against the rule en-relapse.',
        fix: 'Write instead: return to use; start using again; recurrence.',
      },
    ]);
  });

  it('is found through marks inside a word', async () => {
    expect(issuesOf(await withWhat('A *rel*apse can happen.')).map(({ id }) => id)).toEqual(['language']);
  });

  it('is not looked at in where a link leads', async () => {
    expect(issuesOf(await withWhat('[Read this](https://help.example/relapse).'))).toEqual([]);
  });

  it.each([
    ['what not to say', 'phrases/miss_you.md', 'not: If you loved us, you would stop.', 'not: You are an addict.'],
    ['a myth', 'myths/wait_for_the_worst.md', 'myth: They must lose it all', 'myth: Addicts must hit rock bottom'],
    ['how people call it', 'topics/a_no_can_change.md', 'alsoCalled: [refusal]', 'alsoCalled: [denial, rehab]'],
    [
      'the name of a help line',
      'crisis-lines/zz_suicide.md',
      'name: Testland suicide line',
      'name: Alcoholics of Testland',
    ],
    ['the name of a place', 'directory/zz_group.md', 'name: Testland family group', 'name: The Rehab Group'],
    [
      'the title of a source',
      'sources/helpers_note.md',
      'title: What helpers often say',
      'title: The alcoholic and drug abuse',
    ],
    ['the finding of a source', 'sources/helpers_note.md', 'This is advice', 'On relapse this is advice'],
  ])('is not ours to choose in %s', async (_, path, was, now) => {
    expect(issuesOf(withChange(await baseFiles(), path, was, now))).toEqual([]);
  });

  it('is looked at in words that stand beside those', async () => {
    const files = withChange(
      await baseFiles(),
      'phrases/miss_you.md',
      'say: I miss our talks.',
      'say: You are an addict.',
    );
    expect(issuesOf(files).map(placeOf)).toEqual([
      { id: 'language', file: 'phrases/miss_you.md', line: 6, path: 'say' },
    ]);
  });

  it('is not looked at in an entry that is retired', async () => {
    const files = withChange(await baseFiles(), 'ways-in/just_happened.md', 'status: draft', 'status: retired');
    expect(issuesOf(withChange(files, 'ways-in/just_happened.md', 'It just', 'A relapse just'))).toEqual([]);
  });

  it('is checked in interface words', async () => {
    const base = await baseFiles();
    const words = textOf(base, 'interface.yaml').replace(/^ {2}back: .*$/m, '  back: Back to rehab');
    expect(issuesOf(withTexts(base, { 'interface.yaml': words }))).toMatchObject([
      { id: 'language', severity: 'hint', file: 'interface.yaml', path: 'common.back' },
    ]);
  });

  it('may be any that we have no rules for', async () => {
    const files = withChange(
      await withWhat('A relapse can happen to an addict.'),
      'bundle.yaml',
      'locale: en',
      'locale: fr',
    );
    expect(issuesOf(files)).toEqual([]);
  });

  it('has the same rules in every country', async () => {
    const files = withChange(await withWhat('A relapse can happen.'), 'bundle.yaml', 'locale: en', 'locale: en-GB');
    expect(issuesOf(files).map(({ id }) => id)).toEqual(['language']);
  });
});

describe('a waiver', () => {
  const REASON = 'reasons/felt_cornered.md';
  const WAS = 'A group met them all at once.';
  const reason = async (words: string, waive: string) => {
    const base = await baseFiles();
    const text = replaced(replaced(textOf(base, REASON), WAS, words), 'status: draft', `${waive}\nstatus: draft`);
    return compileFiles(withTexts(base, { [REASON]: text })).issues;
  };

  it('lets words through that are a warning or a hint, each by its rule', async () => {
    const waive = 'waive:\n  en-relapse: A doctor says it.\n  en-rehab: It is what the place is called.';
    expect(await reason('Rehab can be a word for it. So is relapse.', waive)).toEqual([]);
    expect((await reason('Rehab, relapse and denial.', waive)).map(({ message }) => message)).toEqual([
      '"denial" goes against the rule en-denial.',
    ]);
  });

  it('says why', async () => {
    const issues = await reason('A relapse can happen.', 'waive: {en-relapse: ""}');
    expect(issues.map(({ id, path }) => `${id} ${path}`)).toEqual(['missing-field waive.en-relapse']);
  });

  it('of the original is none of its translation', async () => {
    const translation = await translationFiles();
    const original = withTexts(await baseFiles(), {
      [REASON]: replaced(
        replaced(textOf(await baseFiles(), REASON), WAS, 'A relapse can happen.'),
        'status: draft',
        'waive: {en-relapse: A doctor says it.}\nstatus: draft',
      ),
    });
    expect(compileFiles(translation, original).issues).toEqual([]);

    const relapse = replaced(
      textOf(translation, REASON),
      'Un grupo le habló al mismo tiempo.',
      'Puede haber una recaída.',
    );
    const own = (text: string) => compileFiles(withTexts(translation, { [REASON]: text }), original).issues;
    expect(own(relapse).map(({ severity, message }) => `${severity} ${message}`)).toEqual([
      'warning "recaída" goes against the rule es-recaida.',
    ]);
    expect(own(replaced(relapse, 'label:', 'waive: {es-recaida: Lo dice un médico.}\nlabel:'))).toEqual([]);
  });

  it('in bundle.yaml counts for interface words alone', async () => {
    const base = await baseFiles();
    const words = textOf(base, 'interface.yaml').replace(/^ {2}back: .*$/m, '  back: Back to rehab');
    const waived = withChange(base, 'bundle.yaml', 'dir: ltr', 'dir: ltr\nwaive: {en-rehab: A name.}');
    expect(compileFiles(withTexts(waived, { 'interface.yaml': words })).issues).toEqual([]);
    const inEntry = withChange(waived, REASON, WAS, 'Rehab can be a word for it.');
    expect(compileFiles(inEntry).issues.map(({ id, file }) => `${id} ${file}`)).toEqual([
      'bad-waiver bundle.yaml',
      `language ${REASON}`,
    ]);
  });
});

describe('an overlay', () => {
  const FACTS = 'locale: en\ndir: ltr\ncontentVersion: 2026-11-22\nextends: ../base\n';
  const issuesOf = async (texts: Readonly<Record<string, string>>) => {
    const { issues } = compileFiles(withTexts(new Map(), { 'bundle.yaml': FACTS, ...texts }), await baseFiles());
    return issues.map(({ id, severity, file, path }) => `${severity} ${id} ${file} ${path}`);
  };
  const strength = (label: string, keep: string) =>
    `---\nid: stayed_near\nlabel: ${label}\nstatus: draft\ndraftedOn: 2026-11-22\nreviewEvery: P12M\n---\n\n## keep\n\n${keep}\n`;
  const HARD = 'Individual responsibilities necessitate intensive communication. ';

  it('that says nothing wrong has nothing to report, and answers for nothing of its base', async () => {
    expect(await issuesOf({ 'strengths/stayed_near.md': strength('We stayed near', 'Stay near.') })).toEqual([]);
  });

  it('is held against the same rules in the entries that it adds or replaces', async () => {
    expect(await issuesOf({ 'strengths/stayed_near.md': strength('No relapse', 'Call 555-0199.') })).toEqual([
      'warning language strengths/stayed_near.md label',
      'error number-in-prose strengths/stayed_near.md keep',
    ]);
    const reason = textOf(await baseFiles(), 'reasons/felt_cornered.md').replace('citations: [helpers_note]\n', '');
    expect(await issuesOf({ 'reasons/felt_cornered.md': reason })).toEqual([
      'error missing-citation reasons/felt_cornered.md citations',
    ]);
  });

  it('is held against them in the words that it changes, read together with those it leaves', async () => {
    expect(await issuesOf({ 'interface.yaml': 'common:\n  back: Back to rehab, or call 555-0199\n' })).toEqual([
      'hint language interface.yaml common.back',
      'error number-in-prose interface.yaml common.back',
    ]);
    expect(await issuesOf({ 'interface.yaml': `common:\n  disclaimer: "${HARD.trim()}"\n` })).toEqual([]);
    const many = ['disclaimer', 'copyFailed', 'loadTrouble', 'fullEventsNotice', 'evidencePractice', 'evidenceNone'];
    const words = `common:\n${many.map((name) => `  ${name}: "${HARD.repeat(4).trim()}"\n`).join('')}`;
    expect(await issuesOf({ 'interface.yaml': words })).toEqual(['error hard-to-read interface.yaml common']);
  });

  it('waives rules for its own words', async () => {
    const facts = `${FACTS}waive: {en-rehab: What the place is called.}\n`;
    expect(await issuesOf({ 'bundle.yaml': facts, 'interface.yaml': 'common:\n  back: Back to rehab\n' })).toEqual([]);
  });
});
