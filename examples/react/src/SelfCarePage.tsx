import 'failed-intervention-guide/define/family-self-care-card';
import 'failed-intervention-guide/jsx/react';
import { useState } from 'react';

/** One widget, with the bare tag: React 19 sets its properties and hears its events. */
export function SelfCarePage() {
  const [step, setStep] = useState(0);
  return (
    <>
      <h1>Look after yourself</h1>
      <p role="status">{step ? `You are at step ${step}.` : 'Take what helps, and leave the rest.'}</p>
      <family-self-care-card region="US" heading-level="2" onfig-progress={({ detail }) => setStep(detail.step)}>
        <p>
          Hard moment? <a href="tel:988">Call 988</a>.
        </p>
      </family-self-care-card>
    </>
  );
}
