// ?like=NAME: what old libraries do to a page, as far as a script beside them can notice. Written after what they did.
/** Adds enumerable members, in place of any that are there. */
const add = (to, members) => {
  for (const [name, member] of Object.entries(members)) {
    Object.defineProperty(to, name, { value: member, writable: true, enumerable: true, configurable: true });
  }
};
const identity = (one) => one;

const LIBRARIES = {
  /** Prototype 1.7.0, as in Magento 1, with the `toJSON` of 1.6. */
  prototype() {
    const fn = (iterator) => iterator ?? identity;
    const each = function (iterator, context) {
      for (let i = 0; i < this.length; i += 1) iterator.call(context, this[i], i);
      return this;
    };
    const collect = function (iterator, context) {
      const results = [];
      this.each((value, i) => void results.push(fn(iterator).call(context, value, i)));
      return results;
    };
    const findAll = function (iterator, context) {
      const results = [];
      this.each((value, i) => iterator.call(context, value, i) && results.push(value));
      return results;
    };
    const detect = function (iterator, context) {
      return findAll.call(this, iterator, context)[0];
    };
    const any = function (iterator, context) {
      return findAll.call(this, fn(iterator), context).length > 0;
    };
    const all = function (iterator, context) {
      return findAll.call(this, fn(iterator), context).length === this.length;
    };
    const clone = function () {
      return this.slice();
    };
    const { reverse } = Array.prototype;
    add(Array.prototype, {
      ...{ each, collect, map: collect, findAll, select: findAll, filter: findAll, detect, find: detect },
      ...{ any, some: any, all, every: all, clone, toArray: clone, entries: clone, _reverse: reverse },
      include: Array.prototype.includes,
      member: Array.prototype.includes,
      first() {
        return this[0];
      },
      last() {
        return this[this.length - 1];
      },
      clear() {
        this.length = 0;
        return this;
      },
      reverse(isInline) {
        return reverse.call(isInline === false ? this.slice() : this);
      },
      uniq() {
        return this.filter((one, i) => this.indexOf(one) === i);
      },
      toJSON() {
        return `[${this.map((one) => JSON.stringify(one)).join(', ')}]`;
      },
    });
    // $A: knows lists with a length, and nothing of iterators or of a function to map with.
    Array.from = function (list) {
      if (!list) return [];
      if ('toArray' in Object(list)) return list.toArray();
      const results = new Array(list.length || 0);
      for (let i = 0; i < results.length; i += 1) results[i] = list[i];
      return results;
    };
    const bind = function (context, ...given) {
      if (arguments.length < 2 && context === undefined) return this;
      return (...rest) => this.apply(context, [...given, ...rest]);
    };
    add(Function.prototype, { bind, curry: bind, defer: identity, wrap: identity, argumentNames: () => [] });
    add(String.prototype, {
      toJSON() {
        return `"${this}"`;
      },
      startsWith(start) {
        return this.lastIndexOf(start, 0) === 0;
      },
      endsWith(end) {
        const at = this.length - end.length;
        return at >= 0 && this.indexOf(end, at) === at;
      },
      toArray() {
        return this.split('');
      },
      ...{ strip: String.prototype.trim, blank: identity, empty: identity, sub: identity, times: identity },
    });
    add(Date.prototype, { toJSON: () => '"a date"' });
    add(Number.prototype, { times: identity, succ: identity, toJSON: Number.prototype.toString });
    const { remove } = Element.prototype;
    const chained = function () {
      return this;
    };
    add(Element.prototype, {
      remove() {
        remove.call(this);
        return this;
      },
      update(markup) {
        this.textContent = markup;
        return this;
      },
      ...{ replace: chained, insert: chained, wrap: chained, scrollTo: chained, clone: chained, empty: chained },
      ...{ show: chained, hide: chained, toggle: chained, observe: chained, fire: chained, up: chained, down: chained },
      ...{ next: chained, previous: chained, select: chained, match: chained, identify: chained, request: chained },
    });
    document.getElementsByClassName = () => [];
    Object.assign(window, {
      $: (id) => document.getElementById(id),
      $$: () => [],
      $A: Array.from,
      Class: {},
      Hash: {},
    });
    const { prototype } = window.Element;
    window.Element = function () {};
    window.Element.prototype = prototype;
  },

  /** MooTools 1.3, as in Joomla 1.6 to 2.5. */
  mootools() {
    const implement = function (name, member) {
      this.prototype[name] = member;
    };
    add(Function.prototype, {
      implement,
      extend: implement,
      overloadSetter: identity,
      pass: identity,
      delay: identity,
    });
    Array.from = (item) => {
      if (item === null || item === undefined) return [];
      if (typeof item === 'string' || typeof item.length !== 'number') return [item];
      return Array.isArray(item) ? item : Array.prototype.slice.call(item);
    };
    add(Array.prototype, { each: Array.prototype.forEach, append: identity, contains: identity, empty: identity });
    add(Array.prototype, { clean: identity, include: identity, erase: identity, pick: identity, link: identity });
    add(String.prototype, {
      contains: String.prototype.includes,
      test: identity,
      clean: identity,
      camelCase: identity,
    });
    add(Number.prototype, { each: identity, limit: identity, toInt: identity });
    Object.assign(Object, { each: identity, merge: identity, clone: identity, append: identity });
    Object.assign(window, { $: (id) => document.getElementById(id), $$: () => [], $type: identity, Browser: {} });
    Object.assign(window, { Type: identity, Class: identity, typeOf: identity, instanceOf: identity });
    add(Element.prototype, { set: identity, get: identity, inject: identity, grab: identity, adopt: identity });
    add(Element.prototype, { dispose: identity, destroy: identity, empty: identity, clone: identity, match: identity });
    const { prototype } = window.Element;
    window.Element = function () {};
    window.Element.prototype = prototype;
    // A wrapper of its own has the name of the browser's.
    window.Event = function (event) {
      this.$extended = true;
      this.type = event.type;
      return this;
    };
  },

  /** Scripts of the page's own: what `for … in` finds on every object of a kind. */
  extensions() {
    add(Object.prototype, { inherits: identity });
    add(Array.prototype, { remove: identity, last: identity, shuffle: identity });
    add(String.prototype, { format: identity, trim: String.prototype.trim });
    add(Function.prototype, { method: identity });
    window.$ = identity;
    window.jQuery = identity;
    window._ = identity;
  },
};
LIBRARIES[new URLSearchParams(location.search).get('like')]();
