import type { ReportStalkerPanel } from '../../src/report-stalker-panel.js';

/** Reads a panel as its visitor or its host would: through what is shown and the documented hooks. */
export class PanelHarness {
  readonly element: ReportStalkerPanel;

  constructor(element: ReportStalkerPanel) {
    this.element = element;
  }

  get root(): ShadowRoot {
    return this.element.shadowRoot!;
  }

  get ids(): string[] {
    return [...this.root.querySelectorAll<HTMLElement>('[data-contact]')].map(({ dataset }) => dataset['contact']!);
  }

  contact(id: string): HTMLElement {
    return this.root.querySelector(`[data-contact="${id}"]`)!;
  }

  state(id: string): string {
    return this.contact(id).querySelector<HTMLElement>('[data-state]')!.dataset['state']!;
  }

  sentence(id: string): string {
    return this.contact(id).querySelector('[data-state]')!.textContent.trim();
  }

  number(id: string): HTMLAnchorElement {
    return this.contact(id).querySelector('a[href^="tel:"]')!;
  }

  get exit(): HTMLAnchorElement | null {
    return this.root.querySelector('a[data-exit]');
  }

  get text(): string {
    return this.root.textContent.replace(/\s+/g, ' ').trim();
  }

  get spoken(): string {
    return this.root.querySelector('[aria-live="polite"]')!.textContent;
  }
}

/** Puts a panel into the page with attributes, and waits for its first update. */
export const mount = async (attributes: Readonly<Record<string, string>> = {}, parent: Node = document.body): Promise<PanelHarness> => {
  const element = document.createElement('report-stalker-panel');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  parent.appendChild(element);
  await element.updateComplete;
  return new PanelHarness(element);
};

/** A sentence without what only visitors with another clock than London's read, which depends on the machine of the test. */
export const inLondon = (sentence: string): string => sentence.replace(/ (UK time|amser y DU)/g, '');
