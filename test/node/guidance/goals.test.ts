import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { isAboutThem, type GoalGuard } from '../../../src/guidance/goals.js';
import { REPO } from '../helpers.js';

/** The words of a language as its content has them. */
function guardOf(locale: string): GoalGuard & { readonly instead: readonly string[] } {
  const { tools } = parse(readFileSync(join(REPO, 'content', locale, 'interface.yaml'), 'utf8')) as {
    tools: Record<string, readonly string[]>;
  };
  const { guardPeople = [], guardUseWords = [], guardPush = [], guardInstead = [] } = tools;
  return { people: guardPeople, use: guardUseWords, push: guardPush, instead: guardInstead };
}

const ABOUT_THEM = {
  en: [
    'Make him stop drinking.',
    'He will stop using by Friday.',
    'Get my son into rehab.',
    'I want her to quit.',
    'Convince them to go to treatment.',
    'My husband stops drinking this month',
    'GET THEM INTO DETOX',
    'Our daughter agrees to treatment',
    'No more drinking for my husband',
  ],
  es: [
    'Hacer que deje de beber.',
    'Que mi hijo deje de consumir.',
    'Él va a dejar la bebida.',
    'Convencer a mi esposo de ir a tratamiento.',
    'Quiero que ella pare de beber.',
    'Mi esposa no consume en 30 días',
    'Mi pareja acepta ayuda',
  ],
};
const ABOUT_ME = {
  en: [
    'By Friday I will get two doses of naloxone.',
    'I will send one kind message a week.',
    'I will list two places that offer treatment.',
    'I will go to one family group meeting.',
    'I will walk every day.',
    'I will stop giving cash.',
    'I will learn how to use naloxone.',
    '',
  ],
  es: [
    'Para el viernes voy a conseguir naloxona.',
    'Voy a mandar un mensaje amable cada semana.',
    'Voy a anotar dos lugares de tratamiento.',
    'Voy a dejar de dar dinero.',
    'Voy a caminar todos los días.',
    'Voy a recordar a mi hijo que toma su medicina.',
  ],
};

describe.each(['en', 'es'] as const)('a goal in "%s"', (locale) => {
  const guard = guardOf(locale);

  it.each(ABOUT_THEM[locale])('about somebody else is found: %s', (goal) => {
    expect(isAboutThem(goal, guard, locale)).toBe(true);
  });

  it.each(ABOUT_ME[locale])('of one’s own is let through: %s', (goal) => {
    expect(isAboutThem(goal, guard, locale)).toBe(false);
  });

  it('of the library is let through, be it mine or shared', () => {
    const goals = readdirSync(join(REPO, 'content', locale, 'goals')).map((name) =>
      readFileSync(join(REPO, 'content', locale, 'goals', name), 'utf8').replace(/^[^]*\ngoal: (.*)\n[^]*$/, '$1'),
    );
    expect(goals.length).toBeGreaterThan(12);
    expect(goals.filter((goal) => isAboutThem(goal, guard, locale))).toEqual([]);
  });

  it('that is offered instead is let through', () => {
    expect(guard.instead.length).toBeGreaterThanOrEqual(3);
    expect(guard.instead.filter((goal) => isAboutThem(goal, guard, locale))).toEqual([]);
  });
});

describe('the words of a goal', () => {
  const guard: GoalGuard = { people: ['he', 'my son'], use: ['stop'], push: ['make'] };

  it('count whole, in any case, and with what belongs together in a row', () => {
    expect(isAboutThem('The HE will STOP', guard, 'en')).toBe(true);
    expect(isAboutThem('She will stop', guard, 'en')).toBe(false);
    expect(isAboutThem('my own son will stop', guard, 'en')).toBe(false);
    expect(isAboutThem('unstoppable he', guard, 'en')).toBe(false);
  });

  it('count only near each other, and in that order', () => {
    expect(isAboutThem('he a b c stop', guard, 'en')).toBe(true);
    expect(isAboutThem('he a b c d stop', guard, 'en')).toBe(false);
    expect(isAboutThem('stop when he calls', guard, 'en')).toBe(false);
    expect(isAboutThem('make he a a a a a', guard, 'en')).toBe(false);
  });
});
