import type {} from 'report-stalker-panel/types/react';
import { useState } from 'react';
import { county, heard } from '../shared.js';

export function Panel() {
  const [changed, change] = useState(false);
  return (
    <>
      <report-stalker-panel
        region={changed ? 'scotland' : 'wales'}
        heading-level={changed ? 4 : 3}
        heading="React"
        police-name="Heddlu"
        exit-href={changed ? 'javascript:alert(1)' : 'https://www.gov.uk/'}
        without-exit={!changed}
        compact={changed}
        contacts={county(changed ? 'after' : 'before')}
        onrsp-status={(event) => heard.statuses.push(`${event.contact} ${event.state}`)}
        onrsp-problem={({ attribute, code }) => heard.problems.push(`${attribute} ${code}`)}
      >
        <p>
          Call <a href="tel:999">999</a>
        </p>
      </report-stalker-panel>
      <button onClick={() => change(true)}>Change</button>
    </>
  );
}
