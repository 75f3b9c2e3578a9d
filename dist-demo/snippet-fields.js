/** The fields of the builder. Which there are comes from the kit; here are their names for people, and their places. */
import { ATTRIBUTES, ELEMENTS, LOCALES, REGIONS, SNIPPET_LEAD_WAYS, TOKENS } from '/kit/esm/snippet/snippet.js';
import * as kit from '/kit/esm/snippet/snippet.js';
import { SETTINGS } from './snippet-state.js';

const LABELS = {
  locale: 'Language',
  region: 'Region',
  'heading-level': 'Heading level',
  theme: 'Theme',
  'leave-target': '“Leave quickly” goes to',
  'content-src': 'Address of your own words',
  entry: 'Open in the library',
  save: 'Saving on the device',
  events: 'What the page hears',
  session: 'Answers',
  'sponsor-name': 'Legal name',
  'sponsor-phone': 'Office phone',
  'sponsor-license': 'License and state',
  'sponsor-paid-by': 'Paid for by',
  'sponsor-privacy-url': 'Privacy policy',
  'sponsor-health-data-url': 'Policy on health data',
  'lead-fields': 'Names of your form’s fields',
};
const WAYS = {
  none: 'Visitors are not asked',
  form: 'A form elsewhere on the page is filled in',
  slot: 'A form inside the element is filled in',
  event: 'A script of the site takes it',
  inside: 'It goes along with a form around the element',
};
const SECTIONS = {
  center: (name) => name.startsWith('sponsor-'),
  answers: (name) => ['save', 'events', 'session'].includes(name),
  lead: (name) => name === 'lead-fields',
  place: () => true, // all that the kit may have one day
};

const byId = (id) => document.getElementById(id);
const section = (name) => document.querySelector(`[data-section="${name}"]`);
const idOf = (field) => `field-${field.replaceAll(/[^\w-]/g, '-')}`;
const plain = (words) => words.replaceAll('`', '');

export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Builds every field. `data-field` is what the kit calls it when it says what is wrong. */
export function buildFields() {
  for (const tag of Object.keys(ELEMENTS)) byId('tags').append(elementBox(tag));
  byId('tags').append(errorFor('elements'));
  for (const name of SETTINGS) {
    const [place] = Object.entries(SECTIONS).find(([, belongs]) => belongs(name));
    section(place).append(attributeField(name));
  }
  const presets = Object.entries(kit.PRESETS ?? {});
  if (presets.length) section('looks').append(presetField(presets));
  // What every element takes comes before what only one does.
  const takers = (name) => Object.values(ELEMENTS).filter(({ tokens }) => tokens.includes(name)).length;
  const tokens = Object.keys(TOKENS).sort((a, b) => takers(b) - takers(a));
  for (const name of tokens) section('looks').append(tokenField(name));
  section('lead').prepend(wayField(), formField(), nameField());
  section('page').append(
    textField(
      'scriptUrl',
      'script-url',
      'Address of the script',
      'Where embed.js of the kit is on your site. Not used for React, Vue and the WordPress plugin.',
    ),
    textField('after', 'after', 'Tag manager: place it after', 'A selector, such as h1 or #intro.'),
    textField(
      'fallback',
      'words',
      'Words until the guide is there',
      'A paragraph a line. The crisis lines of the region follow. Visitors without the script see them too.',
      make('textarea', { rows: 3 }),
    ),
  );
}

/** Puts the state into the fields. A field that has the same is left alone, with its cursor. */
export function fill({ elements, values, way, width }) {
  const form = byId('builder');
  for (const box of form.querySelectorAll('[name="element"]')) box.checked = elements.includes(box.value);
  for (const [name, value] of Object.entries(values)) {
    const field = form.querySelector(`[name="${name}"]`);
    if (field.value !== value) setValue(field, value);
  }
  for (const radio of form.querySelectorAll('[name="way"]')) radio.checked = radio.value === way;
  for (const radio of document.querySelectorAll('[name="width"]')) radio.checked = radio.value === width;
  for (const name of ['lead-form', 'name', 'lead-fields']) {
    const shown = { 'lead-form': ['form'], name: ['inside'], 'lead-fields': ['form', 'slot'] }[name];
    form.querySelector(`[name="${name}"]`).closest('.field').hidden = !shown.includes(way);
  }
  for (const picker of form.querySelectorAll('input[type="color"]')) showColor(picker, values);
}

/** A choice that is not in the list, from an address, is shown and not silently changed. */
function setValue(field, value) {
  if (field instanceof HTMLSelectElement && ![...field.options].some((option) => option.value === value)) {
    field.append(new Option(value, value));
  }
  field.value = value;
}

function showColor(picker, values) {
  const name = picker.dataset.token;
  const hex = [values[name], TOKENS[name].default].find((value) => /^#[\da-f]{6}$/i.test(value));
  picker.value = (hex ?? '#000000').toLowerCase();
}

/** Says next to each field what is wrong with it and what to do. */
export function showIssues(issues) {
  for (const place of document.querySelectorAll('.field-error')) {
    const found = issues.filter(({ field }) => field === place.dataset.for);
    const words = found.map(({ text }) => text).join(' ');
    if (place.textContent !== words) place.textContent = words;
    for (const control of document.querySelectorAll(`[aria-describedby~="${place.id}"]`)) {
      if (words) control.setAttribute('aria-invalid', 'true');
      else control.removeAttribute('aria-invalid');
    }
  }
}

/** Goes to the field an issue is about. */
export function goTo(field) {
  const control = document.querySelector(`[data-field="${CSS.escape(field)}"]`);
  const details = control?.closest('details');
  if (details) details.open = true;
  control?.focus();
}

/** The name of a field, for people. */
export function nameOf(field) {
  const control = document.querySelector(`[data-field="${CSS.escape(field)}"]`);
  const legend = control?.closest('fieldset')?.querySelector('legend');
  return (control?.type === 'text' || !legend ? control?.labels?.[0] : legend)?.textContent ?? field;
}

const errorFor = (field) =>
  withData(make('p', { id: `${idOf(field)}-error`, className: 'field-error' }), { for: field });

function withData(element, data) {
  Object.assign(element.dataset, data);
  return element;
}

function elementBox(tag) {
  const { about } = ELEMENTS[tag];
  const box = withData(make('input', { type: 'checkbox', name: 'element', value: tag }), { field: 'elements' });
  box.setAttribute('aria-describedby', `${idOf('elements')}-error`);
  const [first] = about.split(/(?<=[.:;]) /);
  const hint = make('span', { className: 'hint' }, plain(first).replace(/[:;]$/, '.'));
  return make('label', { className: 'choice' }, box, make('span', {}, make('code', {}, tag), hint));
}

/** A labeled field with a hint and a place for what is wrong. */
function textField(field, name, label, hint, control = make('input', { type: 'text' }), more = []) {
  const id = idOf(field);
  Object.assign(control, { id, name, spellcheck: false });
  withData(control, { field });
  control.setAttribute('aria-describedby', `${id}-hint ${id}-error`);
  const words = make('span', { id: `${id}-hint`, className: 'hint' }, plain(hint));
  const input = more.length ? make('div', { className: 'with-picker' }, control, ...more) : control;
  return make('div', { className: 'field' }, make('label', { htmlFor: id }, label), words, input, errorFor(field));
}

function attributeField(name) {
  const { about, values } = ATTRIBUTES[name];
  const options = optionsOf(name, values);
  const control = options && make('select', {}, ...options.map(([value, words]) => new Option(words, value)));
  return textField(`attributes.${name}`, name, LABELS[name] ?? name, about, control);
}

function optionsOf(name, values) {
  if (name === 'locale') {
    const own = (locale) => new Intl.DisplayNames([locale], { type: 'language' }).of(locale);
    return [['', 'The language of the page'], ...LOCALES.map((locale) => [locale, own(locale)])];
  }
  if (name === 'region') {
    return [['', 'Not set'], ...Object.entries(REGIONS).map(([code, { name: words }]) => [code, words])];
  }
  return values.length ? [['', 'Default'], ...values.map((value) => [value, value])] : undefined;
}

function tokenField(name) {
  const { about, default: usual, kind } = TOKENS[name];
  const words = name.replace('--fig-', '').replaceAll('-', ' ');
  const label = words.charAt(0).toUpperCase() + words.slice(1);
  const control = make('input', { type: 'text', placeholder: usual });
  const picker = make('input', { type: 'color', ariaLabel: `Pick a color: ${words}` });
  withData(picker, { token: name });
  return textField(`tokens.${name}`, name, label, about, control, kind === 'color' ? [picker] : []);
}

function presetField(presets) {
  const select = make('select', {}, new Option('None', ''), ...presets.map(([name]) => new Option(name, name)));
  withData(select, { presets: '' });
  return textField('preset', 'preset', 'Start from a preset', 'Fills in the fields below.', select);
}

function wayField() {
  const radios = SNIPPET_LEAD_WAYS.map((way) => {
    const radio = withData(make('input', { type: 'radio', name: 'way', value: way }), { field: 'lead.way' });
    radio.setAttribute('aria-describedby', `${idOf('lead.way')}-error`);
    return make('label', { className: 'choice' }, radio, make('span', {}, WAYS[way] ?? way));
  });
  const legend = make('legend', {}, 'When a visitor asks for your center');
  return make('fieldset', {}, legend, ...radios, errorFor('lead.way'));
}

const formField = () =>
  textField('lead.form', 'lead-form', 'Selector of the form', 'On the same page, such as #contact-form.');
const nameField = () =>
  textField('lead.name', 'name', 'Name of the summary', 'Under this name it is sent with the form.');
