/** Whether contact with the loved one may be suggested. Small, as every element asks it. */
import type { SessionState } from '../session/state.js';

/** A safety card with this id stays once contact was called unsafe, and keeps contact advice back. */
export const UNSAFE_CARD = 'contact_unsafe';

/** Whether an answer of this visit added the card that holds contact back. Needs no questions. */
export const hasUnsafeCard = ({ wizard }: Pick<SessionState, 'wizard'>): boolean => wizard.cards.includes(UNSAFE_CARD);
