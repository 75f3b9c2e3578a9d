'use client';
// What the React wrappers have in common. Copied to dist/react as it is.
import { createElement, forwardRef, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { defineElement } from '../esm/define/define-element.js';

// A server renders no layout, and React 18 says so in a warning for each one.
const useOnClient = typeof document === 'undefined' ? () => undefined : useLayoutEffect;

/**
 * A component for one tag. Simple values become attributes, so that they are in the HTML a server sends. Rich data and
 * listeners are set once the element is in the page, before it is registered: it then never shows other words first,
 * and no event of its beginning is missed, also not when React takes over a page later.
 */
export function createComponent({ name, tag, elements, attributes, properties, events }) {
  const Component = forwardRef((props, ref) => {
    const host = useRef(null);
    const latest = useRef(props);
    const given = useRef({});

    const passed = { ref: host };
    for (const [key, value] of Object.entries(props)) {
      if (key in events || properties.includes(key)) continue;
      if (key in attributes) passed[attributes[key]] = value ?? undefined;
      else passed[key === 'className' ? 'class' : key] = value;
    }

    useOnClient(() => {
      latest.current = props;
      for (const key of properties) {
        if (props[key] === given.current[key]) continue;
        given.current[key] = props[key];
        host.current[key] = props[key];
      }
    });

    useOnClient(() => {
      const element = host.current;
      const listeners = Object.entries(events).map(([handler, type]) => {
        const listener = (event) => latest.current[handler]?.(event);
        element.addEventListener(type, listener);
        return () => element.removeEventListener(type, listener);
      });
      for (const [other, elementClass] of Object.entries(elements)) defineElement(other, elementClass);
      return () => listeners.forEach((remove) => remove());
    }, []);

    useImperativeHandle(ref, () => host.current, []);

    return createElement(tag, passed);
  });
  Component.displayName = name;
  return Component;
}
