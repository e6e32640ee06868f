/**
 * `<report-stalker-panel>` in Vue 3 templates. Ask for it once: `import type {} from 'report-stalker-panel/types/vue';`
 *
 * Bind booleans as properties (`.withoutExit="flag"`): Vue writes `false` into an attribute as a word.
 */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { Panel, PanelData, PanelEvents, PanelProperties } from './panel.js';

type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Name;

type Listeners = {
  [Name in keyof PanelEvents as `on${Capitalize<Camel<Name>>}`]?: ((event: PanelEvents[Name]) => void) | undefined;
};

/** Templates may write the names with hyphens. */
type PanelProps = HTMLAttributes & PublicProps & PanelProperties & PanelData & Listeners;

declare module 'vue' {
  interface GlobalComponents {
    'report-stalker-panel': new () => Panel & { readonly $props: PanelProps };
  }
}
