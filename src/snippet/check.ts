import { isSafeHref } from '../content/rich-text.js';
import type { AttributeFacts } from './fact-types.js';
import { ATTRIBUTES, ELEMENTS, TOKENS } from './facts.js';
import { SNIPPET_LEAD_WAYS, SNIPPET_TARGETS, type SnippetOptions, type SnippetTarget } from './options.js';
import { hasControl, whatIsWrong } from './token-value.js';

/** Something in the options that no snippet can be made of. */
export interface SnippetIssue {
  /** Stable, such as `attribute-unknown`. */
  readonly id: string;
  /** Where: `elements`, `scriptUrl`, `attributes.region`, `tokens.--fig-accent`, `lead.form`, `fallback`, `target`. */
  readonly field: string;
  /** What is wrong, and what to do. */
  readonly text: string;
}

/** The options can't be made into a snippet. `issues` says everything that is wrong. */
export class SnippetError extends Error {
  override readonly name = 'SnippetError';

  constructor(readonly issues: readonly SnippetIssue[]) {
    super(issues.map(({ field, text }) => `${field}: ${text}`).join('\n'));
  }
}

/** Targets that import from the npm package, or for which the plugin brings the script. */
const WITHOUT_SCRIPT_URL: readonly SnippetTarget[] = ['react', 'vue', 'wordpress-block', 'wordpress-shortcode'];
/** Whether a target loads `embed.js` from an address. */
export const usesScriptUrl = (target: SnippetTarget): boolean => !WITHOUT_SCRIPT_URL.includes(target);

/** Everything that is wrong with the options, in the order of their fields; nothing when a snippet can be made. */
export function checkSnippet(options: SnippetOptions, target: SnippetTarget): readonly SnippetIssue[] {
  if (!SNIPPET_TARGETS.includes(target)) {
    return [issue('target-unknown', 'target', `There is no target "${target}". Use ${oneOf(SNIPPET_TARGETS)}.`)];
  }
  return [
    ...checkElements(options),
    ...(usesScriptUrl(target) ? checkScriptUrl(options.scriptUrl ?? '') : []),
    ...checkAttributes(options),
    ...checkTokens(options),
    ...checkLead(options),
    ...checkFallback(options),
    ...(target === 'tag-manager' && hasControl(options.after ?? '') ? [issue('after-lines', 'after', ONE_LINE)] : []),
  ];
}

const issue = (id: string, field: string, text: string): SnippetIssue => ({ id, field, text });
const ONE_LINE = 'Write it in one line, without control characters.';
const oneOf = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(', ');
const tagList = (tags: readonly string[]): string => tags.map((tag) => `<${tag}>`).join(', ');

const isTag = (tag: string): boolean => Object.hasOwn(ELEMENTS, tag);

function checkElements({ elements }: SnippetOptions): SnippetIssue[] {
  const at = 'elements';
  if (!elements.length) return [issue('elements-none', at, 'Choose at least one element.')];
  const known = tagList(Object.keys(ELEMENTS));
  return elements.flatMap((tag, index) => {
    if (!isTag(tag)) return [issue('element-unknown', at, `There is no element <${tag}>. There are ${known}.`)];
    if (elements.indexOf(tag) < index) return [issue('element-twice', at, `<${tag}> is there twice. Take one out.`)];
    return [];
  });
}

function checkScriptUrl(url: string): SnippetIssue[] {
  const at = 'scriptUrl';
  const example = 'such as "https://www.example.org/kit/embed.js" or "/kit/embed.js"';
  if (!url) return [issue('script-url-missing', at, `Give the address of embed.js on your site, ${example}.`)];
  if (isAddress(url, ['https', 'http'])) return [];
  return [issue('script-url-unsafe', at, `"${url}" is no address of a script. Write one ${example}.`)];
}

/** An address with one of these schemes, or a path on the same site. A name or password before the host hides it. */
function isAddress(url: string, schemes: readonly string[]): boolean {
  if (hasControl(url) || /[\s\\]/.test(url)) return false;
  const [, scheme, rest = ''] = /^([a-z][a-z\d+.-]*):(.*)$/i.exec(url) ?? [];
  if (scheme === undefined) return /^(?:\/(?!\/)|\.{1,2}\/)/.test(url);
  return schemes.includes(scheme.toLowerCase()) && /^\/\/[^/?#\s@]+(?:[/?#]|$)/.test(rest);
}

function checkAttributes({ elements, attributes = {} }: SnippetOptions): SnippetIssue[] {
  return Object.entries(attributes).flatMap(([name, value]) => {
    const at = `attributes.${name}`;
    const facts = Object.hasOwn(ATTRIBUTES, name) ? ATTRIBUTES[name] : undefined;
    if (!facts) {
      const known = Object.keys(ATTRIBUTES).join(', ');
      return [issue('attribute-unknown', at, `There is no attribute "${name}". There are ${known}.`)];
    }
    if (!value) return [];
    const takers = Object.keys(ELEMENTS).filter((tag) => ELEMENTS[tag]?.attributes.includes(name));
    const chosen = elements.filter(isTag);
    if (chosen.length && !chosen.some((tag) => takers.includes(tag))) {
      const text = `Only ${tagList(takers)} takes "${name}". Choose that element too, or leave this empty.`;
      return [issue('attribute-not-taken', at, text)];
    }
    return checkValue(at, value, facts);
  });
}

function checkValue(at: string, value: string, { kind, values }: AttributeFacts): SnippetIssue[] {
  if (hasControl(value)) return [issue('attribute-lines', at, ONE_LINE)];
  if (kind === 'one-of' && !values.includes(value)) {
    return [issue('attribute-value', at, `"${value}" is not known here. Use ${oneOf(values)}, or leave it empty.`)];
  }
  if (kind === 'https' && !(value.startsWith('https://') && isAddress(value, ['https']))) {
    const text = `"${value}" does not begin with https:// and a host. Write the whole address.`;
    return [issue('attribute-https', at, text)];
  }
  if (kind === 'address' && !isAddress(value, ['https', 'http'])) {
    const text = `"${value}" is no address. Write one that begins with https:// or with /.`;
    return [issue('attribute-address', at, text)];
  }
  return [];
}

function checkTokens({ elements, tokens = {} }: SnippetOptions): SnippetIssue[] {
  return Object.entries(tokens).flatMap(([name, value]) => {
    const at = `tokens.${name}`;
    const facts = Object.hasOwn(TOKENS, name) ? TOKENS[name] : undefined;
    if (!facts) {
      const known = Object.keys(TOKENS).join(', ');
      return [issue('token-unknown', at, `There is no token "${name}". There are ${known}.`)];
    }
    if (!value) return [];
    const takers = Object.keys(ELEMENTS).filter((tag) => ELEMENTS[tag]?.tokens.includes(name));
    const chosen = elements.filter(isTag);
    if (chosen.length && !chosen.some((tag) => takers.includes(tag))) {
      const text = `Only ${tagList(takers)} uses "${name}". Choose that element too, or leave this empty.`;
      return [issue('token-not-taken', at, text)];
    }
    const wrong = whatIsWrong(value, facts.kind);
    return wrong ? [issue('token-value', at, wrong)] : [];
  });
}

/** Tags that can ask for a center, by what they take. */
export const takesLead = (tag: string): boolean => ELEMENTS[tag]?.attributes.includes('lead') ?? false;

function checkLead({ elements, lead }: SnippetOptions): SnippetIssue[] {
  if (!lead || lead.way === 'none') return [];
  if (!SNIPPET_LEAD_WAYS.includes(lead.way)) {
    const text = `There is no way "${lead.way}". Use ${oneOf(SNIPPET_LEAD_WAYS)}.`;
    return [issue('lead-way-unknown', 'lead.way', text)];
  }
  const { form = '', name = '' } = lead;
  const issues: SnippetIssue[] = [];
  if (!elements.some((tag) => isTag(tag) && takesLead(tag))) {
    const tags = tagList(Object.keys(ELEMENTS).filter(takesLead));
    issues.push(
      issue('lead-no-element', 'lead.way', `Only ${tags} can ask. Choose one of them too, or the way "none".`),
    );
  }
  if (lead.way === 'form' && !form) {
    issues.push(issue('lead-form-missing', 'lead.form', 'Say which form: a selector, such as "#contact-form".'));
  }
  if (lead.way === 'form' && hasControl(form)) issues.push(issue('lead-form-lines', 'lead.form', ONE_LINE));
  if (lead.way === 'inside' && name && !/^[\w.-]+$/.test(name)) {
    const text = `"${name}" is no name of a field. Use letters, digits, "-", "_" and ".".`;
    issues.push(issue('lead-name', 'lead.name', text));
  }
  return issues;
}

function checkFallback({ fallback = '' }: SnippetOptions): SnippetIssue[] {
  const pieces = typeof fallback === 'string' ? [fallback] : fallback.flat();
  return pieces.flatMap((piece) => {
    const text = typeof piece === 'string' ? piece.replaceAll(/[\n\r\t]/g, ' ') : piece.text;
    if (hasControl(text)) return [issue('fallback-lines', 'fallback', 'Take control characters out of the words.')];
    if (typeof piece === 'string' || isSafeHref(piece.href)) return [];
    const words = `A link there leads to "${piece.href}". Use one that begins with https://, tel:, sms: or mailto:.`;
    return [issue('fallback-link', 'fallback', words)];
  });
}
