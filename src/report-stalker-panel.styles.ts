import { css } from 'lit';

/*
 * `:host` carries `display` alone: page rules beat it, and themes set margins and widths on it.
 * `all: initial` on the frame keeps out whatever text properties the page hands down, its font
 * size included: text is as large as the visitor chose in the browser, whatever the page's root is.
 *
 * A theme's colour that is no colour, or transparent, must not hide text. A declaration with one is
 * invalid once it is computed: a text colour is then inherited, a ground is transparent. So each
 * themed layer lies on one of our own: the panel on the frame, the words of the exit on its button,
 * the ground of the emergency contact as a gradient over a colour. 999 itself takes no part in it.
 */
export const styles = css`
  /* The browser's own rule hides a closed popover: one of ours would beat it. */
  :host(:is(:not([popover]), :popover-open)) {
    display: block;
  }
  :host([hidden]) {
    display: none;
  }
  .frame {
    all: initial;
    color-scheme: inherit;
    /* The visitor's text size: Chrome on iPhones sets it on the body. Most pages set it to 100% there, to keep Safari from
       enlarging some of their text, not all, on a phone that lies on its side. */
    -webkit-text-size-adjust: inherit;
    /* What the attribute lang of this element sets, and browsers choose fonts by: without it, Chinese letters come from a
       Japanese font. Not inherited: the panel may be in another language than the page. */
    -webkit-locale: revert-layer;
    display: block;
    -webkit-user-select: text;
    user-select: text;
    /* Not system-ui: on Windows that follows the language of the system, and in Japanese its letters are narrow. */
    font-family: var(--rsp-font-family, -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Arial, sans-serif);
    line-height: 1.3;
    overflow-wrap: break-word;
    border-radius: var(--rsp-radius, 0.625em);
    color: var(--ink);
    background: var(--ground);
    --ground: #fff;
    --ink: #14213a;
    --soft: var(--rsp-color-muted, var(--rsp-color-text, #3f495f));
    --line: var(--rsp-color-border, #cbd2de);
    --open: var(--rsp-color-open, var(--rsp-color-text, #06542c));
    --maybe: var(--rsp-color-maybe, var(--rsp-color-text, #703c00));
    --ring: var(--rsp-color-text, var(--ink));
    --gap: calc(0.6 * var(--rsp-spacing, 12px));
    --cell: 100cqi;
  }
  /* A popover that is taller than the window begins above it, with the exit and 999, where nobody can scroll to. */
  :host(:popover-open) .frame {
    max-height: calc(100dvh - 2em);
    overflow: auto;
    --rsp-sticky-top: 0px;
  }
  /* Copied into another page, these would say there for good that a line is open. */
  .announcer,
  .exit,
  .instead,
  .status:not([data-state='always']) {
    -webkit-user-select: none;
    user-select: none;
  }
  .light {
    color-scheme: light;
  }
  .dark {
    color-scheme: dark;
  }
  @supports (color: light-dark(#000, #fff)) {
    .frame {
      --ground: light-dark(#fff, #131a27);
      --ink: light-dark(#14213a, #eef2f8);
      --soft: var(--rsp-color-muted, var(--rsp-color-text, light-dark(#3f495f, #c3ccdb)));
      --line: var(--rsp-color-border, light-dark(#cbd2de, #3a465c));
      --open: var(--rsp-color-open, var(--rsp-color-text, light-dark(#06542c, #74d7a1)));
      --maybe: var(--rsp-color-maybe, var(--rsp-color-text, light-dark(#703c00, #ffc069)));
      /* No lighter: where Chromium darkens light pages, it takes the dark colours, and turns a lighter ring dark. */
      --ring: var(--rsp-color-text, light-dark(#14213a, #c3ccdb));
    }
  }
  /* Size containment hides the width of the content from a flex or grid parent, or a table. This line, which
     takes no room, gives them a width instead, which can shrink to that of a number. */
  .frame::before {
    content: '000000000000 000000000000 000000000000';
    display: block;
    height: 0;
    visibility: hidden;
  }
  .panel {
    container-type: inline-size;
    border: 1px solid var(--line);
    border-radius: inherit;
    color: var(--rsp-color-text, inherit);
    /* The longhand: in the shorthand, Dark Reader does not know what a variable is before it has a value, and
       leaves the ground light beneath light text. */
    background-color: var(--rsp-color-background, inherit);
  }
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  a,
  summary {
    color: inherit;
    text-underline-offset: 0.2em;
    /* Keeps what takes the focus from coming to rest beneath the exit, which grows with the text, or beneath a bar at
       the foot of the window, about cookies say. A viewport taller than any window is a frame's, of which the window
       shows a part: there, so much room would leave all of it out of sight. */
    scroll-margin-block: calc(min(11.6em, 45vh) + var(--rsp-sticky-top, 0px)) max(3em, min(30vh, 1500px - 100vh));
  }
  /* Most frames show all of the panel, and the exit does not stay there: more room than a low window has would leave
     999 out of sight. In a lower frame the exit stays, and takes this much. */
  :host([framed]) li * {
    scroll-margin-block: 6em 3em;
  }
  :focus-visible {
    /* Above what stands around it: in forced colours, text has a ground of its own, which would hide the ring. */
    position: relative;
    outline: 3px solid;
    outline-color: var(--ring);
    outline-offset: 2px;
    border-radius: 2px;
  }

  .top,
  .exit span,
  .number,
  .more,
  .links,
  .links a,
  summary {
    display: flex;
    align-items: center;
  }
  .top,
  .more,
  .links {
    flex-wrap: wrap;
  }
  /* Room for a finger. */
  .exit span,
  .number,
  .helpline .links a,
  summary {
    min-height: 44px;
  }

  .top {
    justify-content: space-between;
    gap: 0.25em 0.5em;
    padding: 4px var(--rsp-spacing, 12px);
  }
  /* The exit stays in reach while the panel is scrolled, where there is height to spare. */
  @media (min-height: 30em) {
    .lid {
      position: sticky;
      top: var(--rsp-sticky-top, 0px);
    }
    /* Above what has the focus, which is positioned. Only then: it would lie over menus of the page. */
    .panel:focus-within .lid {
      z-index: 1;
    }
    .lid,
    .top {
      background: inherit;
    }
    /* Between the two: what scrolls beneath does not show through a translucent ground. */
    .ground {
      position: absolute;
      inset: 0;
      background: var(--ground);
    }
    /* Rounder: the edges of three layers in one place would be darker than that of one. */
    .lid,
    .ground {
      border-radius: calc(var(--rsp-radius, 0.625em) + 4px);
    }
    .top {
      position: relative;
      border-radius: var(--rsp-radius, 0.625em);
    }
  }
  /* No other bold weight: each is one more face of the font to load, which takes a slow phone some milliseconds. */
  .title,
  .preview,
  .exit,
  .intro,
  .name,
  .emergency .purpose,
  .number,
  .status {
    font-weight: 700;
  }
  .title {
    min-width: 0;
    font-size: 1.1875em;
    line-height: 1.2;
  }
  .preview {
    padding: 0 0.5em;
    border: 2px dashed var(--maybe);
    color: var(--maybe);
  }
  .exit {
    border: 1px solid #2b3447;
    border-color: light-dark(#2b3447, #8b98ad);
    border-radius: 6px;
    color: #fff;
    background: #2b3447;
    font-size: 0.875em;
    text-decoration: none;
  }
  .exit span {
    padding: 0 0.75em;
    border-radius: 5px;
    color: var(--rsp-color-on-button, inherit);
    background-color: var(--rsp-color-button, transparent);
  }

  li,
  .intro,
  .foot {
    padding: var(--gap) var(--rsp-spacing, 12px);
    border-top: 1px solid var(--line);
  }
  .lid,
  .intro {
    break-after: avoid;
  }
  .intro {
    padding-bottom: 0;
  }
  .intro + ul > :first-child {
    border-top: 0;
    padding-top: 4px;
  }
  /* Name, status, number, hours: the order on screen is the order in the document. */
  li {
    display: grid;
    break-inside: avoid;
    /* Otherwise WebKit takes the side from the list, also for texts in the other direction. */
    text-align: start;
    grid-template-columns: 1fr auto;
    grid-auto-flow: dense;
    column-gap: 0.75em;
    align-items: center;
    align-content: start;
  }
  li > *,
  .helpline .status,
  .details {
    grid-column: 1 / -1;
  }
  .name,
  .emergency .purpose {
    line-height: 1.25;
  }
  .organisation {
    font-weight: 400;
  }
  .organisation,
  .purpose,
  .more,
  .foot {
    color: var(--soft);
  }
  .purpose,
  .emergency .name {
    font-size: 0.875em;
  }
  .links,
  .details,
  .foot > p {
    font-size: 0.8125em;
  }
  .number {
    justify-content: end;
    justify-self: start;
    min-width: 44px;
    font-size: 1.3125em;
    font-variant-numeric: tabular-nums;
    line-height: 1.1;
  }
  .more,
  .links {
    gap: 0.25em 0.75em;
  }
  .links {
    overflow-wrap: anywhere;
  }
  .links a {
    min-height: 24px;
  }
  /* Not 1fr, which would grow with a word that is wider than the panel. */
  .helpline,
  .regional {
    grid-template-columns: 100%;
  }
  .helpline .more {
    display: contents;
  }

  /* The lines that are always open say so in a few words, beside the number. The last column is
     the first as well where there is but one. */
  .status,
  .more {
    grid-column: 1;
  }
  .number {
    grid-area: span 2 / -2;
  }
  /* One row where nothing follows the number: a second one would be empty, and push it below the words beside it. */
  .number:last-child {
    grid-row: auto;
  }
  .helpline .number {
    grid-area: auto;
  }

  /* The longest sentence is laid out unseen beneath the one that shows: nothing moves when the
     status arrives or changes, in any font, width, language and text size. */
  .room {
    display: grid;
  }
  .room::before {
    content: attr(data-room);
    visibility: hidden;
  }
  .room::before,
  .room > * {
    grid-area: 1 / 1;
    /* A word that is wider than the panel breaks, as elsewhere. */
    min-width: 0;
  }
  .status {
    padding-inline-start: 1.25em;
    font-size: 0.9375em;
  }
  /* Not positioned: it would lie over what the page opens above the panel. */
  .status svg {
    margin-top: 0.2em;
    margin-inline-start: -1.25em;
    width: 0.9em;
    height: 0.9em;
    /* Otherwise a circle that starts between two pixels loses an edge. */
    overflow: visible;
    fill: currentColor;
  }
  [data-state='open'],
  [data-state='always'] {
    color: var(--open);
  }
  [data-state='unknown'] {
    color: var(--maybe);
  }
  .foot + .foot {
    border-top: 0;
    margin-top: calc(-1 * var(--gap));
    padding-top: 0;
  }
  .instead {
    padding-top: 4px;
    color: var(--rsp-color-text, var(--ink));
  }

  .emergency {
    --ring: var(--rsp-color-on-danger, #c3ccdb);
    border-top: 0;
    color: #fff;
    background-color: #9c121d;
    background-color: light-dark(#9c121d, #931822);
    background-image: linear-gradient(var(--rsp-color-danger) 0 0);
  }
  /* Nothing stands below it: its ground keeps within the corners of the panel. */
  :last-child > ul > .emergency:last-child {
    border-radius: 0 0 var(--rsp-radius, 0.625em) var(--rsp-radius, 0.625em);
  }
  .emergency * {
    color: inherit;
  }
  .emergency > * {
    color: var(--rsp-color-on-danger, inherit);
  }
  .emergency .name {
    grid-column: 1;
  }
  .emergency .status {
    grid-column: -2;
    font-size: 0.8125em;
  }
  .emergency .purpose {
    grid-column: 1;
    /* A word that is wider than the room beside 999, with its larger digits, breaks, and does not lie beneath it. */
    max-width: calc(var(--cell) - 2 * var(--rsp-spacing, 12px) - 5.25ch - 2.75em);
    font-size: 1em;
  }
  .emergency .number {
    box-sizing: border-box;
    grid-area: auto / -2;
    justify-self: end;
    justify-content: center;
    max-width: 100%;
    min-height: max(44px, 1.875em);
    padding: 0 0.5em;
    border: 2px solid #fff;
    border-radius: 8px;
    color: #14213a;
    background: #fff;
    font-size: 1.75em;
    text-decoration: none;
  }

  details {
    margin-bottom: calc(-1 * var(--gap));
    font-size: 0.9375em;
  }
  details p {
    padding-bottom: 0.625em;
  }
  summary {
    gap: 0.5em;
    box-sizing: border-box;
    padding-block: 0.4em;
    cursor: pointer;
    text-decoration: underline;
  }
  summary::before {
    content: '▸';
    content: '▸' / '';
  }
  [dir='rtl'] summary::before {
    content: '◂';
    content: '◂' / '';
  }
  [open] > summary::before {
    content: '▾';
    content: '▾' / '';
  }
  summary::-webkit-details-marker {
    display: none;
  }
  /* In the flow: out of it, a box of the page that scrolls would not clip it, and the page would grow. */
  .announcer {
    margin-top: -1px;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: pre-line;
  }

  /* Where there is room, the links of a helpline stand beside its number, the hours below both. In ch as well, here and
     below: browsers enlarge letters to the visitor's minimum size, but neither em nor rem with them. */
  @container (min-width: 21.5em) and (min-width: 34ch) {
    .helpline {
      grid-template-columns: auto 1fr;
    }
    .regional {
      grid-template-columns: 1fr auto;
    }
    .links {
      justify-self: end;
    }
  }
  @container (max-width: 17em) or (max-width: 26ch) {
    .emergency {
      /* No bound for the words beside 999, which is below them. */
      --cell: none;
      grid-template-columns: 100%;
    }
    .emergency .number {
      justify-self: stretch;
      padding: 0;
    }
  }
  /* Text of twice the size in a sidebar, perhaps with letters spaced out. */
  @container (max-width: 13.5em) {
    .panel * {
      overflow-wrap: anywhere;
    }
    .police {
      grid-template-columns: 100%;
    }
  }
  /* On paper one column: Firefox prints nothing of what a container query gives another display. */
  @media not print {
    @container (min-width: 40em) and (min-width: 65ch) {
      ul {
        display: grid;
        grid-template-columns: 1fr 1fr;
      }
      li:nth-child(even) {
        border-inline-start: 1px solid var(--line);
      }
      .intro + ul > :nth-child(2) {
        border-top: 0;
        padding-top: 4px;
      }
      /* Beside 101, in one corner. */
      :last-child > ul > .emergency:nth-last-child(2) {
        border-end-start-radius: var(--rsp-radius, 0.625em);
      }
      li {
        --cell: 50cqi;
      }
      li:only-child {
        --cell: none;
        grid-column: 1 / -1;
      }
    }
  }

  @media (prefers-contrast: more) {
    .frame {
      --soft: currentColor;
      --line: currentColor;
    }
  }
  /* Urdu is mostly set in Nastaliq, whose words slope down from line to line. */
  .frame :lang(ur) {
    line-height: 2.1;
  }
  .status:lang(ur) svg {
    margin-top: 0.6em;
  }
  .frame [lang='en'] {
    line-height: 1.3;
  }

  @media (forced-colors: active) {
    .emergency {
      border: 3px solid;
    }
  }
  @media print {
    /* What is true now is not when somebody reads the sheet: the hours are. A frame stays as tall as it is on
       screen, and cuts off what is longer: for the numbers to fit, nothing unfolds there, and the rest is smaller. */
    .exit,
    .instead,
    .status:not([data-state='always']),
    :host([framed]) details:not([open]) {
      display: none;
    }
    :host([framed]) ul {
      columns: 2 14em;
    }
    @media (max-width: 40em) {
      :host([framed]) .panel {
        font-size: 0.7em;
      }
      :host([framed]) a {
        min-height: 0;
      }
    }
    .frame,
    .frame * {
      /* A page that prints only a document of its own hides the rest with visibility: on paper we obey. */
      visibility: inherit;
      /* Browsers leave out grounds on paper, unless asked not to: a pale text colour would be lost in the
         one case, the black one on a dark ground in the other. */
      color: #000 !important;
      background: #fff !important;
    }
    /* With its folds open it is long: kept whole, it would leave the heading alone at the foot of a page. */
    .emergency {
      border: 2px solid;
      break-inside: auto;
    }
    details::details-content {
      content-visibility: visible;
    }
  }
`;
