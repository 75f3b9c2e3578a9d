import { toggled, type Transition } from './transition.js';

/** Puts a phrase on the cue cards, or takes it off. */
export const pickPhrase =
  (id: string, on: boolean): Transition =>
  (state) => {
    const cards = toggled(state.learn.cards, id, on);
    return cards === state.learn.cards ? state : { ...state, learn: { ...state.learn, cards } };
  };
