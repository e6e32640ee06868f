// What the pictures show. A sheet is one picture of panels side by side: most of their lines are the same,
// which keeps the files small. It has one theme, because a picture has a dozen colours.

import { examples, type Example } from '../../examples.js';
import { packs } from '../../packs.js';

/** One panel on a sheet. */
export interface Cell {
  readonly title: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly contacts?: unknown;
  /** CSS pixels. */
  readonly width: number;
  /** A class of demo/themes.css. */
  readonly preset?: string;
  /** With its folds open. */
  readonly open?: true;
  /** Everything that can have the focus of the keyboard shows its ring. */
  readonly focused?: true;
}

export interface Sheet {
  readonly name: string;
  readonly cells: readonly Cell[];
  /** What the visitor's system asks for. */
  readonly media?: Readonly<Record<string, string>>;
  readonly print?: true;
  /** The size of text that the visitor chose in the browser; 16 if unsaid. */
  readonly textSize?: number;
  /** Style rules for inside the panel. */
  readonly rules?: string;
}

const PHONE = 375;
const SIDEBAR = 245;
const DESKTOP = 1280;

const titled = (wanted: string): Example => {
  const found = examples.find(({ name }) => name === wanted);
  if (!found) throw new Error(`no example is called "${wanted}"`);
  return found;
};

const cell = ({ name, now, attributes, contacts }: Omit<Example, 'says'>, own: Record<string, string>, rest: Partial<Cell> = {}): Cell => ({
  title: name,
  width: PHONE,
  attributes: { theme: 'light', ...attributes, now, ...own },
  ...(contacts !== undefined && { contacts }),
  ...rest,
});

const OPEN = titled('both open on a weekday, hours checked long ago');
const MAYBE = titled('a Thursday, may still be open');
const CLOSED = titled('Christmas night');
const NATION = titled('at night, with the 24-hour line of a nation');

/** Configurations that look different, at an instant when it shows. */
const CONFIGURATIONS: readonly Omit<Example, 'says'>[] = [
  { ...OPEN, name: 'compact', attributes: { compact: '' } },
  { ...MAYBE, name: 'compact, England', attributes: { compact: '', region: 'england' } },
  { ...CLOSED, name: 'Scotland', attributes: { region: 'scotland' } },
  { ...CLOSED, name: 'Northern Ireland, compact', attributes: { region: 'northern-ireland', compact: '' } },
  { ...OPEN, name: 'police of their own', attributes: { 'police-name': 'Westmere Police', 'police-href': 'https://westmere.example/' } },
  { ...OPEN, name: 'a heading of their own, without exit', attributes: { heading: 'Help with stalking', 'without-exit': '' } },
  { ...OPEN, name: 'one helpline', attributes: { show: 'paladin' } },
  {
    ...OPEN,
    name: 'a contact of their own, with a notice',
    attributes: { show: 'police national-stalking-helpline westmere' },
    contacts: {
      version: 1,
      contacts: [
        {
          id: 'westmere',
          name: { en: 'Westmere Stalking Advocates', cy: 'Eiriolwyr Stelcio Westmere' },
          organisation: 'Westmere Council',
          purpose: { en: 'For people who live in Westmere', cy: "I bobl sy'n byw yn Westmere" },
          number: '01632 960 001',
          hours: 'Mo-Fr 09:00-12:00,13:00-17:00; PH off',
          holidays: 'england-and-wales',
          checkedOn: '2026-11-20',
          links: [
            { kind: 'chat', href: 'https://westmere.example/chat' },
            { kind: 'email', href: 'mailto:advocates@westmere.example' },
          ],
          notices: [
            {
              text: { en: 'Fewer people answer this week.', cy: 'Mae llai o bobl yn ateb yr wythnos hon.' },
              from: '2026-11-23',
              to: '2026-11-27',
            },
          ],
        },
      ],
    },
  },
];

const BUILT_IN = ['en', 'cy'] as const;

const everyState: Sheet[] = BUILT_IN.flatMap((lang) =>
  ['light', 'dark'].map((theme) => ({
    name: `${lang}-${theme}`,
    cells: [
      ...[...examples, ...CONFIGURATIONS].map((example) => cell(example, { lang, theme })),
      cell(OPEN, { lang, theme }, { title: 'the focus on each', focused: true }),
      cell(OPEN, { lang, theme }, { title: 'folds open', open: true }),
    ],
  })),
);

const widths: Sheet[] = BUILT_IN.flatMap((lang) => [
  { name: `${lang}-sidebar`, cells: [MAYBE, CLOSED, NATION].map((example) => cell(example, { lang }, { width: SIDEBAR })) },
  { name: `${lang}-desktop`, cells: [MAYBE, NATION].map((example) => cell(example, { lang }, { width: DESKTOP })) },
]);

const largeText: Sheet[] = BUILT_IN.map((lang) => ({
  name: `${lang}-text-200`,
  textSize: 32,
  cells: [SIDEBAR, PHONE].map((width) => cell(NATION, { lang }, { title: `${NATION.name}, ${width} px`, width })),
}));

/** Those from right to left, and the one with the longest words. */
const IN_EVERY_WIDTH = ['ar', 'ur', 'pl'];

const furtherLanguages: Sheet[] = Object.keys(packs).map((lang) => ({
  name: lang,
  cells: [
    ...[MAYBE, NATION].map((example) => cell(example, { lang })),
    cell({ ...MAYBE, name: 'compact, England', attributes: { compact: '', region: 'england' } }, { lang }),
    cell(OPEN, { lang }, { title: 'folds open', open: true }),
    ...(IN_EVERY_WIDTH.includes(lang) ? [SIDEBAR, DESKTOP] : []).map((width) =>
      cell(MAYBE, { lang }, { title: `${MAYBE.name}, ${width} px`, width }),
    ),
  ],
}));

const presets: Sheet[] = ['govuk', 'nhs', 'charity', 'charity-dark', 'two-colours'].map((name) => ({
  name: `preset-${name}`,
  cells: [MAYBE, CLOSED].map((example) =>
    cell(example, { lang: 'en', theme: name.endsWith('dark') ? 'dark' : 'light' }, { preset: name.replace('-dark', '') }),
  ),
}));

/** One of each direction and script that has rules of its own. */
const DIRECTIONS = ['en', 'ar', 'ur'];

const forcedColours: Sheet[] = ['light', 'dark'].map((scheme) => ({
  name: `forced-colors-${scheme}`,
  media: { 'forced-colors': 'active', 'prefers-color-scheme': scheme },
  cells: DIRECTIONS.map((lang) => cell(NATION, { lang }, { title: `${lang}: ${NATION.name}`, focused: true })),
}));

const moreContrast: Sheet[] = ['light', 'dark'].map((theme) => ({
  name: `more-contrast-${theme}`,
  media: { 'prefers-contrast': 'more' },
  cells: [cell(MAYBE, { lang: 'en', theme })],
}));

/** The exit stays in reach while the panel is scrolled: here by as much as hides 999. */
const scrolled: Sheet[] = ['light', 'dark'].map((theme) => ({
  name: `scrolled-${theme}`,
  rules: '.lid { position: relative; inset-block-start: 100px }',
  cells: [
    cell(MAYBE, { lang: 'en', theme }),
    ...(theme === 'light' ? [cell(MAYBE, { lang: 'en', theme }, { title: 'two colours', preset: 'two-colours' })] : []),
  ],
}));

/** Folds are open on paper, and grounds are gone, whatever the theme. */
const print: Sheet = {
  name: 'print',
  print: true,
  cells: [
    cell(NATION, { lang: 'en' }, { title: 'en' }),
    cell(NATION, { lang: 'en', theme: 'dark' }, { title: 'en, dark' }),
    cell(NATION, { lang: 'en' }, { title: 'en, two colours', preset: 'two-colours' }),
    ...['ar', 'ur'].map((lang) => cell(NATION, { lang }, { title: lang })),
  ],
};

export const sheets: readonly Sheet[] = [
  ...everyState,
  ...widths,
  ...largeText,
  ...furtherLanguages,
  ...presets,
  ...forcedColours,
  ...moreContrast,
  ...scrolled,
  print,
];
