import type { LeadDetail } from 'failed-intervention-guide';

/** Stands for the center's own system. The visitor is told that all went well only once this resolves. */
export async function callBack({ channel, consent }: LeadDetail): Promise<string> {
  if (!consent.givenAt) throw new Error('Nobody agreed to this.');
  return `Somebody asked to be reached by ${channel}.`;
}
