import type { FailedInterventionGuide as GuideElement } from 'failed-intervention-guide';
import 'failed-intervention-guide/jsx/react';
import { FailedInterventionGuide } from 'failed-intervention-guide/react';
import { createRef } from 'react';

const guide = createRef<GuideElement>();

export const right = [
  <FailedInterventionGuide ref={guide} region="US" headingLevel={2} onFigProgress={({ detail }) => detail.step} />,
  <failed-intervention-guide key="tag" className="x" region="US" heading-level="2" />,
];
guide.current?.show('care');
// @ts-expect-error -- no such theme
export const theme = <FailedInterventionGuide theme="neon" />;
// @ts-expect-error -- no such theme
export const tagTheme = <failed-intervention-guide theme="neon" />;
