/** An element of the kit, as far as a snippet needs to know it. */
export interface ElementFacts {
  readonly className: string;
  readonly about: string;
  readonly attributes: readonly string[];
  readonly tokens: readonly string[];
  /** Named slots. */
  readonly slots: readonly string[];
}

export interface AttributeFacts {
  /** Name as a property, and as a prop in React. */
  readonly property: string;
  /** `https`: an address that begins with `https://`; `address`: also a path; `one-of`: one of `values`. */
  readonly kind: 'text' | 'https' | 'address' | 'one-of';
  readonly values: readonly string[];
  readonly about: string;
}

export interface TokenFacts {
  readonly default: string;
  readonly kind: 'color' | 'font' | 'length' | 'number';
  readonly about: string;
}

export interface RegionFacts {
  readonly name: string;
  /** Whether it has a neutral place to look for help, without which there is no form for a center. */
  readonly hasLocator: boolean;
}
