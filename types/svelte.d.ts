/**
 * `<report-stalker-panel>` in Svelte 5. Ask for it once: `import type {} from 'report-stalker-panel/types/svelte';`
 *
 * Set booleans as properties (`withoutExit={flag}`): Svelte writes `false` into an attribute as a word.
 */
import type { HTMLAttributes } from 'svelte/elements';
import type { Panel, PanelAttributes, PanelData, PanelEvents, PanelProperties } from './panel.js';

type Listeners = { [Name in keyof PanelEvents as `on${Name}`]?: ((event: PanelEvents[Name]) => void) | undefined };

type PanelProps = Omit<HTMLAttributes<Panel>, keyof PanelAttributes> & PanelAttributes & PanelProperties & PanelData & Listeners;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'report-stalker-panel': PanelProps;
  }
}
