// What is asked of the kit, as ratios within one run.

const slow = (field) => (result) => result.times?.slow?.[field];
const TARGETS = [
  [
    'bytes: checklist, until the first tick',
    (r) => r.counts.checklist.firstTick.bytes,
    'lit',
    (r) => r.counts.job.all.bytes,
    2,
  ],
  ['bytes: all four widgets used', (r) => r.counts.job.all.bytes, 'lit', undefined, 4],
  ['bytes: all four widgets used', (r) => r.counts.job.all.bytes, 'surveyjs', undefined, 1 / 7],
  ['first content, slow', slow('firstContent'), 'static', undefined, 1.1, 'prerendered'],
  ['first content, slow', slow('firstContent'), 'lit', undefined, 1.25, 'not prerendered'],
  ['first tick, slow', slow('firstTick'), 'static', undefined, 1.25],
  ['first tick, slow', slow('firstTick'), 'surveyjs', undefined, 1 / 3.5],
  ['blocking, slow', slow('blocking'), 'lit', undefined, 1.5],
  ['click to paint, slow', slow('clickToPaint'), 'static', undefined, 1.2],
  ['layout shift', (r) => r.times?.cls, undefined, undefined, 0],
  ['heap after load', (r) => r.times?.fast?.heap, 'lit', undefined, 1.3],
  ['script time, not slowed', (r) => r.times?.fast?.script, 'lit', undefined, 2],
  ['20 checklists: time to show', (r) => r.times?.twenty?.reasonShown, 'lit', undefined, 1.5],
  ['20 checklists: heap', (r) => r.times?.twenty?.heap, 'lit', undefined, 1.5],
  ['1,600 reasons: time to show', (r) => r.times?.['reasons-1600']?.reasonShown, 'lit', undefined, 1.5],
  ['1,600 reasons: click to paint', (r) => r.times?.['reasons-1600']?.clickToPaint, 'lit', undefined, 1.5],
  ['1,600 reasons: heap', (r) => r.times?.['reasons-1600']?.heap, 'lit', undefined, 1.5],
];

/** Each target with what one build of ours reaches. */
export function targetsOf(results, name, { isPrerendered = false } = {}) {
  return TARGETS.flatMap(([what, of, beside, ofBeside, limit, only]) => {
    if (only && (only === 'prerendered') !== isPrerendered) return [];
    const own = of(results[name]);
    const other = beside && results[beside] && (ofBeside ?? of)(results[beside]);
    if (own === undefined || (beside && other === undefined)) return [];
    const ratio = beside ? own / (other || 1) : own; // nothing at all beside it: then as it is
    return [{ what, beside: beside ?? 'none', limit, ratio, isMet: ratio <= limit + 0.0005 }];
  });
}
