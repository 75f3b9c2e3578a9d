// Other scripts of the page keep the browser busy while the kit loads: 150 of every 160 ms, for some seconds.
const end = performance.now() + 4000;
const work = () => {
  const until = performance.now() + 150;
  while (performance.now() < until);
  if (performance.now() < end) setTimeout(work, 10);
};
setTimeout(work);
