import type { Transition } from './transition.js';

/** The visitor picks a region by its code; an empty one is "somewhere else", wherever the page says it is. */
export const setRegion =
  (region: string): Transition =>
  (state) =>
    state.region === region ? state : { ...state, region };
