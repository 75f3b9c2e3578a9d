import type { LimitRow } from '../session/state.js';

/** Whether a limit is better kept to oneself: it is not surely safe, or was found too risky. One not asked about is not. */
export const isRisky = ({ safe, verdict }: Pick<LimitRow, 'safe' | 'verdict'>): boolean =>
  safe === 'no' || safe === 'unsure' || verdict === 'risky';
