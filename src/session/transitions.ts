/** Every step a visitor can take, by the part of the session it changes. Each part is downloaded by who uses it. */
export * from './care.js';
export * from './learn.js';
export * from './reasons.js';
export * from './region.js';
export * from './rounds.js';
export * from './rows.js';
export { MAX_NOTE, type Transition } from './transition.js';
export * from './watch.js';
export * from './wizard.js';
