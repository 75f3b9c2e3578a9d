import type { FailedInterventionGuide as GuideElement, FigLeadEvent, ProgressDetail } from 'failed-intervention-guide';
import { FailedInterventionGuide } from 'failed-intervention-guide/react';
import { useRef, useState } from 'react';
import { callBack } from './call-back.ts';
import { ourWords } from './our-words.ts';

/** The whole guide, with the React component. */
export function FamilyPage() {
  const guide = useRef<GuideElement>(null);
  const [region, setRegion] = useState('US');
  const [isOurs, setIsOurs] = useState(false);
  const [progress, setProgress] = useState<ProgressDetail>();
  const [lead, setLead] = useState('');

  const take = (event: FigLeadEvent) => {
    event.respondWith(callBack(event.detail).then(setLead));
  };

  return (
    <>
      <h1>When the talk did not lead to treatment</h1>
      <div className="settings">
        <label>
          Crisis lines for{' '}
          <select value={region} onChange={(event) => setRegion(event.target.value)}>
            <option value="US">United States</option>
            <option value="UK">United Kingdom</option>
            <option value="CA">Canada</option>
          </select>
        </label>
        <label>
          <input type="checkbox" checked={isOurs} onChange={(event) => setIsOurs(event.target.checked)} /> Our own words
        </label>
        <button type="button" onClick={() => guide.current?.show('care')}>
          Skip to self-care
        </button>
        <p role="status">
          {progress ? `In the guide: ${progress.part}, step ${progress.step} of ${progress.of}.` : 'Not started yet.'}
          {lead && ` ${lead}`}
        </p>
      </div>
      <FailedInterventionGuide
        ref={guide}
        className="guide"
        region={region}
        headingLevel={2}
        content={isOurs ? ourWords : undefined}
        lead={region === 'US' ? 'offer' : 'off'}
        leaveTarget="https://www.weather.gov/"
        sponsorName="Cedar Hollow Recovery Center, Inc."
        sponsorPhone="555-0142"
        sponsorLicense="CH-DEMO-0417 (made up)"
        sponsorPaidBy="Cedar Hollow Recovery Center, Inc."
        sponsorPrivacyUrl="https://cedar-hollow.example/privacy"
        sponsorHealthDataUrl="https://cedar-hollow.example/health-data"
        onFigProgress={({ detail }) => setProgress(detail)}
        onFigLead={take}
      >
        <p>
          In danger now? <a href="tel:911">Call 911</a>.
        </p>
      </FailedInterventionGuide>
    </>
  );
}
