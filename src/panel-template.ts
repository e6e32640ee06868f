import { html, nothing, type TemplateResult } from 'lit';
import type { ContactView, NoteView } from './contact-view.js';
import type { ExitController } from './controllers/exit-controller.js';
import type { ContactState } from './events.js';
import { freshText } from './fresh-text.js';
import type { Language } from './i18n/languages.js';
import { isForeign, plainText, type Text } from './i18n/text.js';
import type { Options } from './options.js';
import { withoutPrototype } from './own-properties.js';
import type { GroupView, PanelView } from './panel-view.js';
import { keepFieldFocus, keepFocus, muteForCall } from './presses.js';

/** What is put on screen. */
export interface PanelTemplateInput {
  readonly view: PanelView;
  readonly options: Options;
  readonly language: Language;
  /** The handlers of the link that leaves. */
  readonly exit: Pick<ExitController, 'clicked' | 'pointerDown'>;
  /** Where that link leads; without an address there is none. */
  readonly exitHref: string | undefined;
  /** What a screen reader is told. */
  readonly announcement: Text;
  /** Whether what stands inside the element is shown below the panel. */
  readonly showsContent: boolean;
}

/** A shape for each state, so that no state is told by colour alone; drawn in a 12 by 12 box. */
const SHAPES: Readonly<Record<ContactState, string>> = {
  always: 'M6 0a6 6 0 1 0 0 12A6 6 0 1 0 6 0z',
  open: 'M6 0a6 6 0 1 0 0 12A6 6 0 1 0 6 0z',
  closed: 'M1 0 6 5l5-5 1 1-5 5 5 5-1 1-5-5-5 5-1-1 5-5-5-5z',
  unknown: 'M6 0a6 6 0 1 0 0 12A6 6 0 1 0 6 0zv1.5a4.5 4.5 0 0 1 0 9z',
};

/** The whole panel, and below it what it has swallowed. */
export const panelTemplate = ({
  view: {
    heading,
    preview,
    groups,
    safetyNotes,
    published,
    openInstead: { text: instead, longest },
  },
  options: { theme, headingLevel },
  language: { lang, dir, say },
  exit: { pointerDown, clicked },
  exitHref,
  announcement,
  showsContent,
}: PanelTemplateInput): TemplateResult => {
  const level = (depth: number): number => Math.min(headingLevel + depth, 6);

  const exitLink =
    exitHref &&
    html`<a
      class="exit"
      part="exit"
      data-exit
      href=${exitHref}
      rel="nofollow noreferrer noopener"
      @pointerdown=${pointerDown}
      @mousedown=${keepFocus}
      @click=${clicked}
      ><span>${words(say((messages) => messages.exit))}</span></a
    >`;

  const contactTemplate = (contact: ContactView, depth: number): TemplateResult => {
    const { name, organisation, purpose, state, status, links, details, notices, withoutSpeaking } = contact;
    return html`<li class=${contact.kind} data-contact=${contact.id} part="contact">
      <div class="name" role="heading" aria-level=${level(depth)}>
        ${mark(
          name,
          html`${freshText(plainText(name))}${organisation && html`<span class="organisation">, ${words(organisation)}</span>`}`,
        )}
      </div>
      ${purpose && paragraph('purpose', words(purpose))}
      <p class="room status" part="status" aria-live="off" data-state=${state} data-room=${contact.longestStatus}>
        ${
          status &&
          html`<svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d=${SHAPES[state]} /></svg><span>${words(status)}</span>`
        }
      </p>
      <a class="number" part="number" href=${contact.href} dir="ltr" translate="no" target="_self" @mousedown=${keepFieldFocus} @click=${muteForCall}>${freshText(contact.number)}</a>
      ${
        details || links.length || notices.length
          ? html`<div class="more">
            ${[...notices, details].map((text) => text && paragraph('details', words(text)))}
            ${
              links.length
                ? paragraph(
                    'links',
                    links.map(({ href, text }) => link(href, words(text))),
                  )
                : nothing
            }
          </div>`
          : nothing
      }
      ${
        withoutSpeaking.length
          ? fold(
              say((messages) => messages.cannotSpeak),
              withoutSpeaking,
            )
          : nothing
      }
    </li>`;
  };

  const groupTemplate = ({ heading: groupHeading, contacts }: GroupView): TemplateResult =>
    html`<div>
      ${groupHeading && html`<div class="intro" role="heading" aria-level=${level(1)}>${words(groupHeading)}</div>`}
      <ul role="list">
        ${contacts.map((contact) => contactTemplate(contact, groupHeading ? 2 : 1))}
      </ul>
    </div>`;

  /** What holds for all helplines, under them. */
  const foot =
    longest &&
    html`<div class="foot">
      ${published && paragraph(nothing, words(published))}
      <p class="room instead" aria-live="off" data-room=${longest}><span>${instead && words(instead)}</span></p>
    </div>`;

  const lastHelplines = groups.filter(({ intro }) => intro === 'support').at(-1) ?? groups.at(-1);

  // Named by its heading, whose words translators of pages replace, and for WebKit by a text as well: there a region within a
  // shadow root that another element names is no landmark.
  // The announcer has no role `status`: Orca skips what is put into such an element within 0.1 s of another insertion of
  // text, and a change of state makes several. In a live `div` it does not.
  // The slot is always there: WebKit puts the focus, when a dialog around the panel opens, on fallback content that is in no
  // slot and out of sight, its 999 say. On that in a hidden slot it does not.
  // A template around the announcement puts it in as one piece: its parts one by one would each be read out.
  return html`<div role="region" class=${`frame ${theme}`} lang=${lang} dir=${dir} aria-labelledby="heading" aria-label=${plainText(heading)}>
      <div class="panel" part="panel">
        <div class="lid">
          <div class="ground"></div>
          <div class="top">
            <div class="title" part="heading" id="heading" role="heading" aria-level=${headingLevel}>${words(heading)}</div>
            ${preview && paragraph('preview', words(preview))} ${exitLink}
          </div>
        </div>
        ${groups.map((group) => [groupTemplate(group), group === lastHelplines ? foot : nothing])}
        ${
          safetyNotes.length
            ? html`<div class="foot">${fold(
                say((messages) => messages.usingSafely),
                safetyNotes,
              )}</div>`
            : nothing
        }
      </div>
      <div aria-live="polite" aria-atomic="true" class="announcer">${announcement && html`${words(announcement)}`}</div>
    </div>
    <slot hidden=${showsContent ? nothing : ''}></slot>`;
};

const fold = (title: Text, notes: readonly NoteView[]): TemplateResult =>
  html`<details>
    <summary>${words(title)}</summary>
    ${notes.map(withoutPrototype).map(({ heading, text, site }) => {
      // Without a site, `before` is the whole text.
      const [before, after] = plainText(text).split(site!);
      return html`<p lang=${langOf(text)} dir=${dirOf(text)}>
          ${heading && html`<strong>${freshText(plainText(heading))}</strong> `}${freshText(before)}${site && link(`https://${site}/`, site)}${freshText(after)}
        </p>`;
    })}
  </details>`;

const paragraph = (kind: string | typeof nothing, content: unknown): TemplateResult => html`<p class=${kind}>${content}</p>`;

const link = (href: string, content: unknown): TemplateResult => html`<a href=${href} rel="noreferrer noopener">${content}</a>`;

/** Words in another language than the panel's are marked, so that they are pronounced and laid out right. */
const words = (text: Text): unknown =>
  isForeign(text) ? mark(text, freshText(text.text)) : typeof text === 'string' ? freshText(text) : text.map(words);

/** Marks content with the language and direction of a text. */
const mark = (text: Text, content: unknown): unknown =>
  isForeign(text) ? html`<span lang=${langOf(text)} dir=${dirOf(text)}>${content}</span>` : content;

const langOf = (text: Text) => (isForeign(text) && text.lang) || nothing;
const dirOf = (text: Text) => (!isForeign(text) ? nothing : text.lang === 'en' ? 'ltr' : 'auto');
