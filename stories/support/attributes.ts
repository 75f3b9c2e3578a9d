import { noChange } from 'lit';
import { Directive, directive, PartType, type ElementPart, type PartInfo } from 'lit/directive.js';
import type { Args } from './types.js';

/** Sets attributes, tokens and properties by their names, and takes those away that are gone. */
class Attributes extends Directive {
  #before: readonly string[] = [];

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new Error('It stands in the tag of an element.');
  }

  override render(_args: Args, _properties: Readonly<Record<string, unknown>>): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [args, properties]: Parameters<this['render']>): unknown {
    Object.assign(element, properties);
    for (const name of this.#before) {
      if (name in args) continue;
      if (name.startsWith('--')) (element as HTMLElement).style.removeProperty(name);
      else element.removeAttribute(name);
    }
    for (const [name, value = ''] of Object.entries(args)) {
      if (name.startsWith('--')) (element as HTMLElement).style.setProperty(name, value);
      else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    }
    this.#before = Object.keys(args);
    return noChange;
  }
}

export const attributes = directive(Attributes);
