/** Fills a form of the page's own. It never submits one, and never writes over what the visitor has written there. */
import { LEAD_FIELDS, QUESTIONS, type Asked, type LeadField } from './lead.js';

type Values = Readonly<Partial<Record<LeadField, string>>>;
/** Which control of a form, by its `name`, takes which field. */
export type FieldNames = Readonly<Partial<Record<LeadField, string>>>;

type Control = HTMLElement & { value: string; readonly name?: string; readonly type?: string };

const isField = (name: string): name is LeadField => LEAD_FIELDS.some((field) => field === name);

/**
 * Reads `lead-fields`: pairs of a field and the name of a control, such as
 * `contact.phone: your-phone; summary: fig-summary`.
 * @returns The pairs, and those that make no sense, for a warning.
 */
export function readFieldNames(text: string): { readonly names: FieldNames; readonly wrong: readonly string[] } {
  const names: Partial<Record<LeadField, string>> = {};
  const wrong: string[] = [];
  for (const pair of text.split(';').filter((part) => part.trim())) {
    const [, field = '', name = ''] = /^\s*([\w.-]+)\s*:\s*(\S.*?)\s*$/.exec(pair) ?? [];
    if (isField(field)) names[field] = name;
    else wrong.push(pair.trim());
  }
  return { names, wrong };
}

/** The controls of a form that declare a field: by `data-fig`, or by a name that the page gave. */
export function declaredFields(form: HTMLFormElement, names: FieldNames): ReadonlyMap<LeadField, readonly Control[]> {
  const found = new Map<LeadField, Control[]>();
  const add = (field: LeadField, control: Control) => found.set(field, [...(found.get(field) ?? []), control]);
  const isControl = (element: Element): element is Control =>
    'value' in element &&
    !element.matches(':disabled') && // it is not sent
    !/^(?:submit|reset|button|image|file|password)$/.test((element as Control).type ?? '');
  for (const element of [...form.elements].filter(isControl)) {
    const declared = element.dataset.fig ?? '';
    if (isField(declared)) add(declared, element);
    for (const [field, name] of Object.entries(names) as [LeadField, string][]) {
      if (element.name === name && declared !== field) add(field, element);
    }
  }
  return found;
}

/** What to ask the visitor before a form of the page's own is filled in: only what it has a field for. */
export function askedFor(form: HTMLFormElement, names: FieldNames): Asked {
  const declared = declaredFields(form, names);
  return new Set(
    QUESTIONS.filter((name) => {
      if (name === 'call') return declared.has('contact.phone') && declared.has('safe.message');
      return declared.has(name === 'topic' ? name : `contact.${name}`);
    }),
  );
}

/** What was put where, so that it can be taken out again. */
export interface Filled {
  readonly field: LeadField;
  readonly control: Control;
  readonly value: string;
}

/** Sets a value past frameworks that watch the property of the control itself, and says so as if it had been typed. */
function setValue(control: Control, value: string): void {
  const prototype = Object.getPrototypeOf(control) as object;
  if (!Object.hasOwn(prototype, 'value') || !Reflect.set(prototype, 'value', value, control)) control.value = value;
  sayChanged(control);
}

function sayChanged(control: Control): void {
  control.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

const isBox = (control: Control): control is Control & HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');

/**
 * Fills what the form declares. A field that the visitor has filled in keeps what they wrote, and so does a choice they
 * made. A box that stands for a consent of the page's own is left for the visitor to check.
 */
export function fillForm(form: HTMLFormElement, names: FieldNames, values: Values): readonly Filled[] {
  const filled: Filled[] = [];
  const declared = declaredFields(form, names);
  const isOtherPhone = keepsOtherPhone(declared.get('contact.phone') ?? [], values['contact.phone']);
  for (const [field, controls] of declared) {
    const value = values[field];
    if (value === undefined || (isOtherPhone && ABOUT_PHONE.has(field))) continue;
    const isChosen = controls.some((control) => isBox(control) && isChosenRadio(control));
    for (const control of controls) {
      if (isBox(control)) {
        if (isChosen || field.startsWith('consent.') || !check(control, value)) continue;
      } else {
        if (isWrittenIn(control) || !hasChoice(control, value)) continue;
        setValue(control, value);
        if (!control.value) continue; // it takes no such text
      }
      // A mask may write it in another way, and a field of one line has no breaks.
      filled.push({ field, control, value: control.value });
    }
  }
  return filled;
}

/** What is said of one number is not said of another. */
const ABOUT_PHONE: ReadonlySet<LeadField> = new Set(['channel', 'safe.call', 'safe.message', 'contact.time']);
const digits = (text: string): string => text.replaceAll(/\D/g, '');
const keepsOtherPhone = (controls: readonly Control[], phone: string | undefined): boolean =>
  phone !== undefined && controls.some((control) => isWrittenIn(control) && digits(control.value) !== digits(phone));

/** Checked by the visitor: what the page has checked is no choice of theirs. */
const isChosenRadio = ({ type, checked, defaultChecked }: HTMLInputElement): boolean =>
  type === 'radio' && checked && !defaultChecked;

/** A page may ask in other words. */
const hasChoice = (control: Control, value: string): boolean =>
  !(control instanceof HTMLSelectElement) ||
  (!control.multiple && [...control.options].some((option) => option.value === value));

/** Whether the visitor, or the page, has put something there that one can see. */
function isWrittenIn(control: Control): boolean {
  if (control.type === 'hidden') return false;
  return control instanceof HTMLSelectElement ? control.value !== emptyValue(control) : control.value.trim() !== '';
}

/** Checks the box with that value, or for yes and no the box itself, by a click as a visitor's would be. */
function check(control: HTMLInputElement, value: string): boolean {
  const isMeant = control.type === 'radio' || control.value !== 'on' ? control.value === value : value === 'yes';
  if (!isMeant || control.checked) return false;
  control.click();
  return control.checked;
}

/** Takes out what was put in, where it still stands as it was. */
export function clearForm(filled: readonly Filled[], which: (control: Control) => boolean = () => true): void {
  for (const { control, value } of filled.filter((one) => which(one.control))) {
    if (isBox(control)) {
      if (control.checked) uncheck(control);
    } else if (control.value === value) setValue(control, emptyValue(control));
  }
}

/** What a field reads before anybody chose. */
const emptyValue = (control: Control): string =>
  control instanceof HTMLSelectElement
    ? (([...control.options].find(({ defaultSelected }) => defaultSelected) ?? control.options[0])?.value ?? '')
    : '';

/** A click takes a checkbox back; there is none that takes a radio button back. */
function uncheck(control: HTMLInputElement): void {
  if (control.type === 'checkbox') {
    control.click();
    return;
  }
  Reflect.set(HTMLInputElement.prototype, 'checked', false, control);
  sayChanged(control);
}

/**
 * What was filled in, as it stands in the form now: a framework may have put other controls in the place of those that
 * were filled.
 */
export function filledNow(form: HTMLFormElement | undefined, names: FieldNames, filled: readonly Filled[]): Filled[] {
  const declared = form && declaredFields(form, names);
  return filled.flatMap((one) => {
    if (one.control.isConnected || !declared) return one;
    const same = (control: Control) => control.value === one.value && (!isBox(control) || control.checked);
    return (declared.get(one.field) ?? []).filter(same).map((control) => ({ ...one, control }));
  });
}

/**
 * Tells when a form was emptied. Contact Form 7 says that a message was sent before it resets its form, and something
 * else on the page may keep it from that.
 * @returns Stops it.
 */
export function watchForm(form: HTMLFormElement, emptied: () => void): () => void {
  const root = form.getRootNode();
  const onSent = ({ target }: Event): void => {
    if (target instanceof Node && target.contains(form)) emptied(); // it comes from the form or what is around it
  };
  form.addEventListener('reset', emptied);
  root.addEventListener('wpcf7mailsent', onSent);
  return () => {
    form.removeEventListener('reset', emptied);
    root.removeEventListener('wpcf7mailsent', onSent);
  };
}

/** What a form's own `reset()` leaves as it is. */
export const isHiddenField = ({ type }: { readonly type?: string }): boolean => type === 'hidden';

/** Where the visitor goes on in a form: the first field to fill in, else the button that sends it, if they can be seen. */
export function nextInForm(form: HTMLFormElement): HTMLElement | undefined {
  // A button that waits for a box to be checked, and a group, take no focus.
  const controls = ([...form.elements] as HTMLElement[]).filter(
    (control) => control.getClientRects().length > 0 && !control.matches(':disabled, fieldset, output, object'),
  );
  const isOpen = (control: HTMLElement) =>
    (control as HTMLInputElement).willValidate && !(control as HTMLInputElement).validity.valid;
  const isSubmit = (control: HTMLElement) => (control as HTMLButtonElement).type === 'submit';
  return controls.find(isOpen) ?? controls.find(isSubmit) ?? controls[0];
}
