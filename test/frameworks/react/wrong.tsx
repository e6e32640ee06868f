import type {} from 'report-stalker-panel/types/react';

export const wrong = [
  <report-stalker-panel key="1" region="yorkshire" />,
  <report-stalker-panel key="2" heading-level="two" />,
  <report-stalker-panel key="3" theme={3} />,
  <report-stalker-panel key="4" onrsp-status={(event: string) => event} />,
];
