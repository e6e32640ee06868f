/** What the types of all frameworks share. The attributes are generated from the option table. */
import type { ReportStalkerPanel } from '../dist/types/index.js';

export type { PanelAttributes, PanelProperties } from '../dist/types/attributes.js';
export type Panel = ReportStalkerPanel;

/** The panel's events, by name. */
export type PanelEvents = {
  [Name in keyof GlobalEventHandlersEventMap as Name extends `rsp-${string}` ? Name : never]: GlobalEventHandlersEventMap[Name];
};

/** What has no attribute. */
export interface PanelData {
  /** The host's own contacts, in the form that `contacts.schema.json` describes. */
  contacts?: unknown;
}
