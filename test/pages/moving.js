// Moves the guide around while it loads: into other places, out of the page, and back.
addEventListener('DOMContentLoaded', () => {
  const guide = document.querySelector('failed-intervention-guide');
  const places = ['section', 'div', 'article'].map((name) => document.body.appendChild(document.createElement(name)));
  let moves = 0;
  const move = () => {
    moves += 1;
    if (moves % 5 === 0) guide.remove();
    else places[moves % places.length].append(guide);
    if (moves < 61) setTimeout(move, 25);
    else window.isStill = true;
  };
  move();
});
