import { FailedInterventionGuide } from 'failed-intervention-guide/react';
import { createElement as h, useEffect, useRef, useState } from 'react';

const OUR_WORDS = {
  schemaVersion: 1,
  extends: 'en',
  contentVersion: 'own-1',
  locale: 'en',
  dir: 'ltr',
  parts: { guide: { words: { title: 'After a hard talk' } } },
};

/** One page, rendered on the server and taken over in the browser. */
export function Page() {
  const guide = useRef(null);
  const [region, setRegion] = useState('UK');
  const [isThere, setThere] = useState(true);
  const [theme, setTheme] = useState('dark');
  const [ready, setReady] = useState(0);
  const [step, setStep] = useState(0);
  const [hasClass, setClass] = useState(false);
  useEffect(() => setClass(typeof guide.current?.show === 'function'), []);

  return [
    h('h1', { key: 'title' }, 'A page from a server'),
    h('button', { key: 'region', onClick: () => setRegion('US') }, 'Lines for the US'),
    h('button', { key: 'theme', onClick: () => setTheme(undefined) }, 'No theme'),
    h('button', { key: 'there', onClick: () => setThere(!isThere) }, isThere ? 'Take it out' : 'Put it back'),
    h('p', { key: 'status', role: 'status' }, `ready ${ready}, step ${step}, class ${hasClass}`),
    isThere &&
      h(
        FailedInterventionGuide,
        {
          key: 'guide',
          ref: guide,
          className: 'guide',
          id: 'g',
          region,
          theme,
          headingLevel: 3,
          sponsorName: 'Cedar Hollow',
          content: OUR_WORDS,
          onFigReady: () => setReady((count) => count + 1),
          onFigProgress: (event) => setStep(event.detail.step),
        },
        h('p', null, 'In danger now? Call 999.'),
      ),
  ];
}
