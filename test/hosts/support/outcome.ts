import type { Frame, Page } from 'puppeteer-core';

/** What a visitor may find where a form was pasted. */
export const GOOD = ['panel', 'numbers, panel', 'numbers', 'link'] as const;

/** The others must not happen. */
export type Outcome = (typeof GOOD)[number] | 'two panels' | 'code' | 'address' | 'nothing';

/** What one document shows. */
interface Seen {
  readonly panels: number;
  readonly numbers: boolean;
  readonly link: boolean;
  readonly code: boolean;
  readonly address: boolean;
  readonly region: string | null;
}

/** Runs in the page, or in a frame of ours. */
function look(origin: string): Seen {
  const shows = (element: Element): boolean => {
    const { width, height } = element.getBoundingClientRect();
    return width > 0 && height > 0 && element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  };
  const shown = (root: ParentNode, selector: string): boolean => [...root.querySelectorAll(selector)].some(shows);
  const panels = [...document.querySelectorAll('report-stalker-panel')].filter(
    ({ shadowRoot }) => shadowRoot && shown(shadowRoot, 'a[href="tel:999"]'),
  );
  const text = document.body.innerText;
  return {
    panels: panels.length,
    numbers: shown(document, 'a[href="tel:999"]'),
    link: shown(document, `a[href^="${origin}/1/panel.html"]`),
    code: /<\/?[a-z!]|&(lt|gt|amp|#\d+);|\{\{|report-stalker-panel|embed\.js|href=/.test(text.replaceAll(/https?:\S+/g, '')),
    address: text.includes(`${origin}/1/panel.html`),
    region: panels[0]?.getAttribute('region') ?? null,
  };
}

/** The TypeScript loader wraps named functions in a helper that the page does not have. */
const seenIn = (frame: Frame, origin: string): Promise<Seen> =>
  frame.evaluate(`((__name) => (${look})(${JSON.stringify(origin)}))((value) => value)`) as Promise<Seen>;

export interface Visit {
  readonly outcome: Outcome;
  /** What the first panel's attribute says. */
  readonly region: string | null;
}

/** Waits for what loaded scripts do at once, and judges what is on screen. */
export const judge = async (page: Page, origin: string, scripting = true): Promise<Visit> => {
  // Where scripts are off, the page never answers.
  if (scripting)
    await page.evaluate(`new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))`);
  const seen = await seenIn(page.mainFrame(), origin);
  const frames = await Promise.all(
    page
      .frames()
      .filter((frame) => frame !== page.mainFrame() && frame.url().startsWith(`${origin}/1/panel.html`))
      .map(async (frame) => {
        const element = await frame.frameElement();
        const visible = await element!.isVisible();
        return visible ? seenIn(frame, origin) : undefined;
      }),
  );
  const inFrames = frames.filter((frame) => frame !== undefined);
  const panels = seen.panels + inFrames.filter((frame) => frame.panels || frame.numbers).length;
  const outcome: Outcome =
    panels > 1
      ? 'two panels'
      : seen.code
        ? 'code'
        : seen.panels + inFrames.filter((frame) => frame.panels).length
          ? seen.numbers
            ? 'numbers, panel'
            : 'panel'
          : seen.numbers || inFrames.some((frame) => frame.numbers)
            ? 'numbers'
            : seen.link
              ? 'link'
              : seen.address
                ? 'address'
                : 'nothing';
  return { outcome, region: seen.region ?? inFrames[0]?.region ?? null };
};
