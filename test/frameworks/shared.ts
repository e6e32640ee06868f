/** What the applications have in common: data, and when the element is defined. */

export const county = (id: string) => ({
  version: 1,
  contacts: [{ id, name: 'County advocates', number: '01632 960 123', hours: 'Mo-Fr 09:00-17:00', checkedOn: '2026-11-01' }],
});

/** What the listeners heard, for the test to read. */
export const heard = { statuses: [] as string[], problems: [] as string[] };
Object.assign(globalThis, { heard });

/** Before the application is there, or, with `?late`, when the test asks for it. */
export const defined = async (): Promise<void> => {
  const define = () => import('report-stalker-panel/define');
  if (location.search === '?late') Object.assign(globalThis, { define });
  else await define();
};
