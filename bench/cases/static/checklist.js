import '../look.css';
const show = (box) => {
  const section = box.closest('.checklist');
  box.closest('li').querySelector('.insight').hidden = !box.checked;
  section.querySelector('.count').textContent = section.querySelectorAll('input:checked').length;
};
addEventListener('change', ({ target }) => target.name === 'reason' && show(target));
// Ticked before this script came.
document.querySelectorAll('[name=reason]:checked').forEach(show);
