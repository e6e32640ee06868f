/**
 * `<report-stalker-panel>` in React 19. Ask for it once: `import type {} from 'report-stalker-panel/types/react';`
 *
 * Attributes have their HTML names: under these they also work before the element is defined, and
 * on a server.
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { Panel, PanelAttributes, PanelData, PanelEvents } from './panel.js';

type Listeners = { [Name in keyof PanelEvents as `on${Name}`]?: ((event: PanelEvents[Name]) => void) | undefined };

type PanelProps = DetailedHTMLProps<HTMLAttributes<Panel>, Panel> & PanelAttributes & PanelData & Listeners;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'report-stalker-panel': PanelProps;
    }
  }
}
