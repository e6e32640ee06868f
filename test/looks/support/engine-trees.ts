// The accessibility trees of a page as Chromium and Firefox hand them to assistive technology.

import type { Browser, Page, Protocol } from 'puppeteer-core';
import { ENGLISH } from '../../support/browser-language.mjs';
import { chromiumLaunchOptions } from '../../support/chromium.mjs';
import { findInstalledFirefox, INSTALL_HINTS } from '../../support/find-browser.mjs';
import { launchBrowser } from '../../support/launch-browser.mjs';
import { tidy, type TreeNode } from './outline.js';

export interface TreeReader {
  newPage(): Promise<Page>;
  /** The tree of that page, from its document on. */
  read(page: Page): Promise<TreeNode>;
  close(): Promise<void>;
}

/** Elsewhere the sentences say whose time they tell. */
const LONDON = { TZ: 'Europe/London' };

/** Names that Chromium has for what ARIA leaves without a role, or calls differently. */
const CHROMIUM_ROLES: Readonly<Record<string, string>> = {
  RootWebArea: 'document',
  StaticText: 'text',
  Details: 'group',
  DisclosureTriangle: 'summary',
  DisclosureTriangleGrouped: 'summary',
  generic: '',
  none: '',
};

export const chromiumTrees = async (): Promise<TreeReader> => {
  const options = await chromiumLaunchOptions();
  const browser = await launchBrowser({ ...options, env: { ...options.env, ...LONDON } });
  return {
    newPage: () => browser.newPage(),
    async read(page) {
      const devtools = await page.createCDPSession();
      const { nodes } = await devtools.send('Accessibility.getFullAXTree');
      await devtools.detach();
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      const convert = (node: Protocol.Accessibility.AXNode): TreeNode => {
        const role = String(node.role?.value ?? '');
        const property = (wanted: string) => node.properties?.find(({ name }) => name === wanted)?.value.value;
        const level = property('level') as number | undefined;
        const expanded = property('expanded');
        return {
          role: node.ignored ? '' : (CHROMIUM_ROLES[role] ?? role),
          name: node.ignored ? '' : tidy(String(node.name?.value ?? '')),
          description: tidy(String(node.description?.value ?? '')),
          ...(level !== undefined && { level }),
          states: [property('focusable') && 'focusable', expanded === true && 'expanded', expanded === false && 'collapsed'].filter(
            (state) => typeof state === 'string',
          ),
          // Lines of a text, which the text has already.
          children: role === 'StaticText' ? [] : (node.childIds ?? []).map((id) => convert(byId.get(id)!)),
        };
      };
      return convert(nodes[0]!);
    },
    close: () => browser.close(),
  };
};

/** Firefox's own connection, for what puppeteer has no method for. */
interface BidiConnection {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** Runs in the browser's own window: its accessibility service is what assistive technology talks to. */
const readInFirefox = `async (url) => {
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const tab = window.gBrowser.browsers.find(({ currentURI }) => currentURI.spec === url);
  const content = service.getAccessibleFor(tab)?.firstChild;
  if (!content) return 'null';
  const convert = (object) => {
    const [state, extra, level] = [{}, {}, {}];
    object.getState(state, extra);
    object.groupPosition(level, {}, {});
    const kind = service.getStringRole(object.role);
    const isText = kind === 'text leaf';
    return {
      role: isText ? 'text' : object.computedARIARole,
      kind,
      name: object.name ?? '',
      description: object.description ?? '',
      level: level.value,
      states: [...service.getStringStates(state.value, extra.value)],
      children: isText ? [] : Array.from({ length: object.childCount }, (_, index) => convert(object.getChildAt(index))),
    };
  };
  return JSON.stringify(convert(content));
}`;

interface FirefoxNode extends Omit<TreeNode, 'children'> {
  readonly kind: string;
  readonly children: readonly FirefoxNode[];
}

const STATES = ['focusable', 'expanded', 'collapsed'];

const fromFirefox = ({ role, kind, name, description, level, states, children }: FirefoxNode): TreeNode => ({
  role: kind === 'summary' ? 'summary' : role === 'generic' ? '' : role,
  name: tidy(name),
  description: tidy(description),
  ...(level && { level }),
  states: states.filter((state) => STATES.includes(state)),
  children: children.map(fromFirefox),
});

export const firefoxTrees = async (): Promise<TreeReader> => {
  const executablePath = findInstalledFirefox();
  if (executablePath === undefined) throw new Error(`Firefox is not installed: ${INSTALL_HINTS.firefox}`);
  const browser = await launchBrowser({
    browser: 'firefox',
    executablePath,
    headless: true,
    args: ['--remote-allow-system-access'],
    env: { ...process.env, ...ENGLISH, ...LONDON },
  });
  const { connection } = browser as Browser & { readonly connection: BidiConnection };
  const ask = async (method: string, params: object) => (await connection.send(method, params)).result as never;
  const { contexts } = (await ask('browsingContext.getTree', { 'moz:scope': 'chrome' })) as { contexts: { context: string }[] };
  const read = async (url: string): Promise<string> => {
    const answer: { type: string; result?: { value: string }; exceptionDetails?: { text: string } } = await ask('script.evaluate', {
      expression: `(${readInFirefox})(${JSON.stringify(url)})`,
      target: { context: contexts[0]!.context },
      awaitPromise: true,
    });
    if (answer.type !== 'success') throw new Error(`Firefox's accessibility service: ${answer.exceptionDetails?.text}`);
    return answer.result!.value;
  };
  return {
    newPage: () => browser.newPage(),
    async read(page) {
      // The tree follows the page with its next frame, and reaches the browser's own process after that.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))));
      let before: string | undefined;
      for (let attempt = 0; attempt < 100; attempt++) {
        const now = await read(page.url());
        if (now === before && now !== 'null') return fromFirefox(JSON.parse(now) as FirefoxNode);
        before = now;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      throw new Error("Firefox's accessibility tree does not come to rest");
    },
    close: () => browser.close(),
  };
};
