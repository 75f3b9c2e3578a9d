// Elements from before the kit is there: with a property set early, and one that was made and never put in until later.
const early = document.createElement('failure-reason-checklist');
early.region = 'US';
early.id = 'early';
const kept = document.createElement('next-steps-wizard');
kept.region = 'US';
kept.id = 'kept';
addEventListener('DOMContentLoaded', () => document.body.append(early));
addEventListener('fig-ready', () => {
  if (document.getElementById('late')) return;
  const late = document.createElement('family-self-care-card');
  late.region = 'US';
  late.id = 'late';
  document.body.append(kept, late);
});
