// The panel as markup, for `dist/panel.html` and whoever has no script: everything that it can say without a clock
// and without knowing the visitor's nation.

import { escapeHtml } from '../demo/snippets.js';
import { alwaysOpen } from '../src/contact-status.js';
import type { ContactView, NoteView } from '../src/contact-view.js';
import type { Contact, Nation } from '../src/contacts/contact.js';
import { regionalIds } from '../src/contacts/published-contacts.js';
import { messagesFor } from '../src/i18n/index.js';
import type { Messages } from '../src/i18n/messages.js';
import { languageFor } from '../src/i18n/languages.js';
import { joined, type Text } from '../src/i18n/text.js';
import { readOptions } from '../src/options.js';
import { panelView } from '../src/panel-view.js';

/**
 * Words that only this page needs. Its title stands in the browser's history and on its tab, so it
 * does not say what the page is about.
 */
export const WORDS = {
  en: {
    title: 'Who to call',
    language: 'English',
    nations: { england: 'England', wales: 'Wales', scotland: 'Scotland', 'northern-ireland': 'Northern Ireland' },
  },
  cy: {
    title: 'Pwy i’w ffonio',
    language: 'Cymraeg',
    nations: { england: 'Lloegr', wales: 'Cymru', scotland: 'Yr Alban', 'northern-ireland': 'Gogledd Iwerddon' },
  },
} as const satisfies Record<string, { title: string; language: string; nations: Record<Nation, string> }>;
type Lang = keyof typeof WORDS;

/** With what the panel says in the status, which this markup has none of: that a line never closes. */
const detailsOf = ({ kind, details }: ContactView, { openAllDay, hours }: Messages, isAlwaysOpen: boolean): Text =>
  kind === 'emergency' ? '' : joined([kind !== 'police' && isAlwaysOpen && openAllDay + hours.stop, details]);

const contactHtml = (contact: ContactView, level: 2 | 3, messages: Messages, isAlwaysOpen: boolean, place = ''): string => {
  const { name, organisation, purpose, number, href, links } = contact;
  const details = detailsOf(contact, messages, isAlwaysOpen);
  return `
<h${level}>${escapeHtml(name)}${organisation ? `, ${escapeHtml(organisation)}` : ''}${place && ` (${escapeHtml(place)})`}</h${level}>
${purpose ? `<p>${escapeHtml(purpose)}</p>` : ''}
<p><a class="number" href="${href}" dir="ltr" translate="no" target="_self">${number}</a></p>
${details ? `<p>${escapeHtml(details)}</p>` : ''}
${links.map((link) => `<p><a href="${escapeHtml(link.href)}" rel="noreferrer noopener">${escapeHtml(link.text)}</a></p>`).join('')}`;
};

const fold = (title: string, content: string): string => `<details><summary>${escapeHtml(title)}</summary>${content}</details>`;

const notesHtml = (notes: readonly NoteView[]): string =>
  notes.map(({ heading, text }) => `<p>${heading ? `<strong>${escapeHtml(heading)}</strong> ` : ''}${escapeHtml(text)}</p>`).join('\n');

export const staticHtml = (lang: Lang, published: readonly Contact[]): string => {
  const messages = messagesFor(lang);
  const isAlwaysOpen = ({ id }: ContactView): boolean => published.some((contact) => contact.id === id && alwaysOpen(contact));
  const options = readOptions({ lang }, () => {});
  const view = (region?: Nation) =>
    panelView({ contacts: published, options: { ...options, region }, language: languageFor(lang), now: undefined });
  const { heading, groups, published: publishedOn } = view();
  // With a region, the source note names the helplines that it credits: the nations' lines on this page come from elsewhere.
  const { safetyNotes } = view('england');
  const regional = (Object.entries(WORDS[lang].nations) as [Nation, string][]).flatMap(([nation, name]) =>
    view(nation)
      .groups.flatMap((group) => group.contacts)
      .filter(({ id }) => regionalIds.has(id))
      .map((contact) => contactHtml(contact, 2, messages, isAlwaysOpen(contact), name)),
  );
  return `<div data-static lang="${lang}"${lang === 'cy' ? ' id="cymraeg"' : ''}>
<h1>${escapeHtml(heading)}</h1>
<p><a class="exit" href="${options.exitHref}" rel="nofollow noreferrer noopener">${escapeHtml(messages.exit)}</a></p>
${lang === 'en' ? `<p><a href="#cymraeg" target="_self" lang="cy">${WORDS.cy.language}</a></p>` : ''}
${groups
  .flatMap(({ heading: intro, contacts }) => [
    ...(intro ? [`<h2>${escapeHtml(intro)}</h2>`] : []),
    ...contacts.map(
      (contact) =>
        contactHtml(contact, intro ? 3 : 2, messages, isAlwaysOpen(contact)) +
        (contact.withoutSpeaking.length ? fold(messages.cannotSpeak, notesHtml(contact.withoutSpeaking)) : ''),
    ),
  ])
  .join('\n')}
${publishedOn ? `<p>${escapeHtml(publishedOn)}</p>` : ''}
${fold(messages.partnerOrFamily, regional.join('\n'))}
${fold(messages.usingSafely, notesHtml(safetyNotes))}
</div>`;
};
