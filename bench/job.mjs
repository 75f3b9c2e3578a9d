// The job that every build does: its words, as plain data. Written for this measurement; no advice.

/** Four groups of reasons. */
export const GROUPS = [
  { id: 'plan', label: 'How we planned it' },
  { id: 'talk', label: 'How the talk went' },
  { id: 'people', label: 'Who was there' },
  { id: 'after', label: 'What came after' },
];

const reason = (id, group, label, what, tryNext) => ({ id, group, label, what, tryNext });

/** Sixteen reasons, four in each group. Once checked, a reason says what it can mean and what to try. */
export const REASONS = [
  reason(
    'late',
    'plan',
    'We began too late',
    'The day was long and all were tired.',
    'Pick a calm hour in the morning.',
  ),
  reason(
    'short',
    'plan',
    'We had too little time',
    'There was no room to listen.',
    'Keep two hours free for the next talk.',
  ),
  reason('no_one', 'plan', 'Nobody led the talk', 'All spoke at once, and nobody was heard.', 'Let one person lead.'),
  reason('no_goal', 'plan', 'We had no clear aim', 'Each of us wanted something else.', 'Agree on one request before.'),
  reason('loud', 'talk', 'It got loud', 'Loud words are hard to hear.', 'Take a break when a voice rises.'),
  reason(
    'blame',
    'talk',
    'There was blame',
    'Blame makes people defend themselves.',
    'Say what you saw and how you felt.',
  ),
  reason('lists', 'talk', 'We read long lists', 'A long list is hard to take in.', 'Name one thing that matters most.'),
  reason(
    'left',
    'talk',
    'They left the room',
    'It may have been too much at once.',
    'Say that they can come back any time.',
  ),
  reason('many', 'people', 'Too many people', 'A full room can feel like a court.', 'Ask two people they trust.'),
  reason(
    'missing',
    'people',
    'Someone was missing',
    'The one they trust was not there.',
    'Ask who they would like to have there.',
  ),
  reason('split', 'people', 'We did not agree', 'They heard two different plans.', 'Settle it among yourselves first.'),
  reason('kids', 'people', 'Children were there', 'Nobody could speak freely.', 'Find a place for the children to be.'),
  reason('no_place', 'after', 'There was no place', 'A yes had nowhere to go.', 'Call places before the next talk.'),
  reason(
    'cost',
    'after',
    'We did not know the cost',
    'Open costs make a yes hard.',
    'Ask about costs and make a list.',
  ),
  reason('ride', 'after', 'There was no ride', 'The way there was not planned.', 'Settle who drives, and when.'),
  reason('waited', 'after', 'We waited too long', 'The moment passed.', 'Keep a date for the next step.'),
];

/** As many reasons as asked for, in the four groups: the sixteen, told apart by a number. */
export function reasons(count = REASONS.length) {
  if (count === REASONS.length) return REASONS;
  const perGroup = count / GROUPS.length;
  return GROUPS.flatMap(({ id: group }) => {
    const own = REASONS.filter((item) => item.group === group);
    return Array.from({ length: perGroup }, (_, at) => {
      const item = own[at % own.length];
      return at < own.length ? item : { ...item, id: `${item.id}_${at}`, label: `${item.label} (${at})` };
    });
  });
}

/** Six questions. `to` is the next one; an option without it goes on to `next`, and without that to the end. */
export const QUESTIONS = [
  {
    id: 'q_safe_now',
    ask: 'Is anyone in danger right now?',
    options: [
      { id: 'yes', label: 'Yes, or not sure', to: 'danger' },
      { id: 'no', label: 'No', to: 'q_how_ended' },
    ],
  },
  {
    id: 'q_how_ended',
    ask: 'How did it end?',
    options: [
      { id: 'no', label: 'They said no', to: 'q_talk' },
      { id: 'left', label: 'They left', to: 'q_talk' },
      { id: 'began', label: 'They began and stopped', to: 'q_stopped' },
    ],
  },
  {
    id: 'q_talk',
    ask: 'Do you talk with each other now?',
    options: [
      { id: 'yes', label: 'Yes', to: 'q_family' },
      { id: 'rarely', label: 'Rarely', to: 'q_family' },
      { id: 'hard', label: 'It is too hard', to: 'q_you' },
    ],
  },
  {
    id: 'q_stopped',
    ask: 'Why did it stop?',
    options: [
      { id: 'much', label: 'It was too much', to: 'q_family' },
      { id: 'no_place', label: 'There was no place', to: 'q_family' },
    ],
  },
  {
    id: 'q_family',
    ask: 'Does the family agree?',
    options: [
      { id: 'agree', label: 'Yes', to: 'q_you' },
      { id: 'split', label: 'No', to: 'q_you' },
    ],
  },
  {
    id: 'q_you',
    ask: 'How are you?',
    options: [
      { id: 'rested', label: 'Rested', to: 'end' },
      { id: 'worn_out', label: 'Worn out', to: 'end' },
    ],
  },
];

/** What is said to who answers the first question with yes. Not an outcome. */
export const DANGER = 'Call your local emergency number.';

/** Five outcomes. */
export const OUTCOMES = [
  { id: 'rest', title: 'Rest first', why: 'You are worn out.', steps: ['Sleep.', 'Ask someone to help this week.'] },
  { id: 'place', title: 'Find a place', why: 'A yes needs somewhere to go.', steps: ['Call two places.', 'Ask when.'] },
  { id: 'helper', title: 'Let someone else ask', why: 'Talking is hard now.', steps: ['Think of one.', 'Ask them.'] },
  { id: 'agree', title: 'Agree among you', why: 'Two plans confuse.', steps: ['Meet once.', 'Settle on one request.'] },
  { id: 'again', title: 'Plan another talk', why: 'You can try again.', steps: ['Pick a day.', 'Keep it short.'] },
];

/** Which outcome an end leads to: the first one whose answers were all given. */
export const RULES = [
  { outcome: 'rest', when: ['q_you', 'worn_out'] },
  { outcome: 'place', when: ['q_stopped', 'no_place'] },
  { outcome: 'helper', when: ['q_talk', 'hard'] },
  { outcome: 'agree', when: ['q_family', 'split'] },
  { outcome: 'again' },
];

/** Who can do something in a row of the plan. A row: if this happens, we do this, who, look again on. */
export const ROLES = [
  { id: 'all', label: 'All of us' },
  { id: 'one', label: 'One of us' },
  { id: 'friend', label: 'A friend' },
];

const care = (id, minutes, title, how) => ({ id, minutes, title, how });

/** Twelve small things. Picked ones stand in a list for today. */
export const CARE = [
  care('breath', 2, 'Breathe slowly', 'In for four, out for six.'),
  care('water', 2, 'Drink some water', 'A full glass, sitting down.'),
  care('window', 2, 'Open a window', 'Look out for two minutes.'),
  care('stretch', 5, 'Stretch', 'Neck, arms, back.'),
  care('tea', 5, 'Make tea', 'Drink it while it is warm.'),
  care('note', 5, 'Write a note', 'Three lines about today.'),
  care('music', 10, 'Hear music', 'Two songs, nothing else.'),
  care('call', 10, 'Call a friend', 'Talk about something else.'),
  care('walk', 20, 'Take a walk', 'Around the block.'),
  care('cook', 30, 'Cook something', 'A dish you know by heart.'),
  care('early', 30, 'Go to bed early', 'Put the phone in another room.'),
  care('group', 30, 'Go to a group', 'Listening is enough.'),
];

/** Titles and other words around it. */
export const WORDS = {
  checklist: 'What got in the way',
  means: 'What it can mean',
  tryNext: 'What to try',
  count: 'checked',
  wizard: 'What next',
  next: 'Next',
  back: 'Back',
  planner: 'If plans fail',
  trigger: 'If this happens',
  response: 'We do this',
  who: 'Who',
  date: 'Look again on',
  add: 'Add a row',
  remove: 'Remove',
  care: 'Look after yourself',
  today: 'For today',
  minutes: 'min',
};

/** What a drive answers in the wizard, and the outcome that has to come of it: every one of the five is reached. */
export const WAYS = [
  { answers: ['no', 'no', 'yes', 'agree', 'rested'], outcome: 'again' },
  { answers: ['no', 'began', 'no_place', 'agree', 'rested'], outcome: 'place' },
  { answers: ['no', 'left', 'hard', 'rested'], outcome: 'helper' },
  { answers: ['no', 'no', 'rarely', 'split', 'rested'], outcome: 'agree' },
  { answers: ['no', 'left', 'hard', 'worn_out'], outcome: 'rest' },
];

/** Pages of the job: what stands on them. */
export const PAGES = {
  /** All four widgets. */
  job: { widgets: ['checklist', 'wizard', 'planner', 'care'] },
  checklist: { widgets: ['checklist'] },
  /** Twenty checklists. */
  twenty: { widgets: Array(20).fill('checklist') },
  'reasons-160': { widgets: ['checklist'], reasons: 160 },
  'reasons-1600': { widgets: ['checklist'], reasons: 1600 },
};
