// What runs inside a measured page: it watches for the first content, ticks the first reason, and notes when.

/** `find` of a case, and what to do: `tick` the first reason as soon as it is there, as a very quick hand would. */
export function watch({ find, tick, holdIdle }) {
  const bench = (globalThis.bench = { shifts: 0, blocking: 0, longest: 0, held: [] });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      bench.blocking += Math.max(0, duration - 50);
      bench.longest = Math.max(bench.longest, duration);
    }
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) bench.shifts += value;
  }).observe({ type: 'layout-shift', buffered: true });
  if (holdIdle) {
    // What a page fetches ahead of its use comes after the first tick, however quick the machine.
    const real = globalThis.requestIdleCallback;
    globalThis.requestIdleCallback = (run, options) => (bench.held ? bench.held.push(run) : real(run, options));
    bench.release = () => {
      const { held } = bench;
      bench.held = undefined;
      for (const run of held) real(run);
    };
  }

  const rootOf = (host) => (find.shadow ? host.shadowRoot : host);
  const hosts = () => [...document.querySelectorAll(find.host)];
  bench.boxes = () => [...(rootOf(document.querySelector(find.host))?.querySelectorAll(find.box) ?? [])];
  bench.insights = () => rootOf(document.querySelector(find.host)).querySelectorAll(find.insight).length;

  let isTicked = false;
  const look = () => {
    // Every checklist of the page shows a reason; a page that is still being read may hold more of them.
    const all = hosts();
    const isThere = all.length > 0 && all.every((host) => rootOf(host)?.querySelector(find.box));
    if (!isThere || (all.length > 1 && document.readyState === 'loading')) return requestAnimationFrame(look);
    if (!tick) {
      return requestAnimationFrame(() => {
        bench.shownAt = performance.now(); // the frame that held it is painted
      });
    }
    const [box] = bench.boxes();
    if (!isTicked) {
      isTicked = true;
      box.click();
      requestAnimationFrame(() => (bench.shownAt = performance.now()));
    }
    if (bench.insights() < 1) return requestAnimationFrame(look);
    return requestAnimationFrame(() => {
      bench.tickedAt = performance.now();
    });
  };
  requestAnimationFrame(look);

  /** From a real click on the nth reason to the frame that shows what it says. Call before the click. */
  bench.paint = (nth) => {
    const before = bench.insights();
    bench.painted = new Promise((done) => {
      addEventListener(
        'click',
        ({ timeStamp }) => {
          const report = () => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.now() - timeStamp); // a task after the frame
            port2.postMessage(0);
          };
          // Already shown in the first frame after the click, that frame counts; else the one after it is seen.
          const wait = () => requestAnimationFrame(bench.insights() > before ? report : wait);
          requestAnimationFrame(() => (bench.insights() > before ? report() : wait()));
        },
        { capture: true, once: true },
      );
    });
    const box = bench.boxes()[nth];
    box.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = box.getBoundingClientRect();
    return { x: left + Math.min(width, 20) / 2, y: top + height / 2 };
  };
}
