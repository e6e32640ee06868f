import { frameHeight } from '../snippets.js';
import { finding } from './finding.js';
import { hasEmbed, type Rule } from './page.js';
import { hrefOf, ownAddress, resolve, styleOf } from './tags.js';

/** The token of `sandbox` without which no script runs. */
export const SCRIPTS_TOKEN = 'allow-scripts';

/** What a sandboxed frame goes without, and the tokens any of which brings it back; measured in Chromium. */
const BY_TOKEN: readonly (readonly [lost: string, tokens: readonly string[]])[] = [
  ['nothing says which line is open', [SCRIPTS_TOKEN]],
  [
    'numbers cannot be called',
    ['allow-top-navigation-to-custom-protocols', 'allow-popups', 'allow-top-navigation-by-user-activation', 'allow-top-navigation'],
  ],
  ['links to websites do nothing', ['allow-top-navigation-by-user-activation', 'allow-top-navigation']],
];

export const sandboxed: Rule = ({ frames, policies }) =>
  frames.flatMap((frame) => {
    // The sandbox of a page's own policy holds for its frames as well.
    const sandboxes = [frame.getAttribute('sandbox')?.toLowerCase().split(/\s+/), ...policies.map((rules) => rules.get('sandbox'))].filter(
      (tokens) => tokens !== undefined,
    );
    if (!sandboxes.length) return [];
    const lost = BY_TOKEN.filter(([, any]) => !any.some((token) => sandboxes.every((tokens) => tokens.includes(token))));
    return [
      ...(lost.length
        ? [
            finding(
              'warning',
              'sandbox',
              `The frame is sandboxed: ${lost.map(([what]) => what).join(', ')}.`,
              `Leave sandbox out (of the frame and of the page’s policy), or use the plain link. If it must stay, add ${[...new Set(lost.map(([, [token]]) => token))].join(' ')}.`,
              frame,
            ),
          ]
        : []),
      finding(
        'note',
        'sandbox-exit',
        'In a sandboxed frame the exit link is not offered, or takes the frame alone: no token mends that.',
        'Leave sandbox out, or use the plain link.',
        frame,
      ),
    ];
  });

/** In pixels; `NaN`, about which every comparison is false, where a length depends on what is around the frame or on a font. */
const pixelsOf = (length: string): number => (/^[\d.]+(px)?$/.test(length) ? Number.parseFloat(length) : NaN);

/** What browsers make of a frame of which nothing says how tall it is. */
const UNTOLD = '150';

export const framing: Rule = (page) =>
  page.frames.flatMap((frame) => {
    const whole = frameHeight({ base: page.options.base, attributes: Object.fromEntries(resolve(hrefOf(frame), page.url)!.searchParams) });
    const told = styleOf(frame, 'height') ?? frame.getAttribute('height')?.trim();
    const height = Math.max(pixelsOf(told || UNTOLD), pixelsOf(styleOf(frame, 'min-height') ?? '0'));
    return [
      ...(ownAddress(frame)
        ? []
        : [
            finding(
              'warning',
              'held-back',
              'A lazy loader or a consent tool holds the frame back: until it lets go, visitors see an empty box.',
              'Exempt the frame in that tool, with its address in src. It stores nothing, so it needs no cookie consent; loading="lazy" saves as much.',
              frame,
            ),
          ]),
      ...(frame.getAttribute('title')?.trim()
        ? []
        : [
            finding(
              'warning',
              'frame-title',
              'The frame has no title: screen readers cannot say what it is.',
              'Add title="Who to call about stalking, and which helplines are open".',
              frame,
            ),
          ]),
      // In a wide column the panel is about half as tall as on a phone, for which the builder measures.
      ...(height < whole / 2 && !hasEmbed(page)
        ? [
            finding(
              'warning',
              'frame-height',
              'The frame is too low for the panel: visitors have to scroll inside it to find the helplines.',
              `Set height="${whole}", or add the script tag to the page: it gives the frame the height of its content.${told ? '' : ' If a style sheet of the site makes it taller, all is well.'}`,
              frame,
            ),
          ]
        : []),
    ];
  });
