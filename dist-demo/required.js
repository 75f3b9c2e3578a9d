/** Says at each required field what is missing, as the forms of plugins do, which switch the browser's own words off. */

/** @returns Whether nothing is missing. Else the first field that is gets the focus. */
export function checkRequired(fields, { wrong, tip, words = 'Please fill in this field.' }) {
  const missing = fields.filter((field) => (field.type === 'checkbox' ? !field.checked : !field.value.trim()));
  for (const field of fields) {
    const isMissing = missing.includes(field);
    const box = field.closest(wrong);
    box.querySelector(`.${tip}`)?.remove();
    field.setAttribute('aria-invalid', String(isMissing));
    field.removeAttribute('aria-describedby');
    if (!isMissing) continue;
    const note = document.createElement('span');
    note.className = tip;
    note.id = `missing-${field.name.replace('.', '-')}`;
    note.textContent = words;
    box.append(note);
    field.setAttribute('aria-describedby', note.id);
  }
  missing[0]?.focus();
  return missing.length === 0;
}
