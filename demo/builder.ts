import { offerLanguages, languageMaker } from '../src/controllers/offer-language.js';
import { publishedContacts } from '../src/contacts/published-contacts.js';
import { messagesFor } from '../src/i18n/index.js';
import { languageFor } from '../src/i18n/languages.js';
import { contactsToJsonLd } from '../src/json-ld.js';
import type { Options } from '../src/options.js';
import { panelView } from '../src/panel-view.js';
import { checkOptions } from './builder/checked-options.js';
import { showColours } from './builder/colours.js';
import { optionControls, optionField, readOptionFields, showOptionFields } from './builder/option-fields.js';
import { panel, showPreview, showTimeProblem } from './builder/preview.js';
import { ROOM_FOR, roomRules } from './builder/room.js';
import { showSnippet } from './builder/snippet-view.js';
import { tellProblems } from './builder/spoken-problems.js';
import { chosenNames, keep, latest, placeOf, readKept, type State } from './builder/state.js';
import { PACKS } from './language-packs.js';
import { byId, copy, make, say, write } from './page-tools.js';
import { isKept, PASTE_PLACES } from './paste-places.js';
import { atStep, presetsAt, wallAt, wallFrom } from './preview-times.js';
import { FORMS, type Form } from './snippets.js';

/* The builder's page: options in, snippet and live preview out. It keeps what was chosen. */

const FORM_WORDS: Readonly<Record<Form, string>> = {
  script: 'Script tag, and a link that stays if the tag is removed',
  element: 'Element with fallback content, and script tag',
  link: 'Plain link',
  placeholder: 'Placeholder with fallback content, and script tag',
  frame: 'Frame, and a link that stays if the frame is removed',
  oembed: 'Address for an Embed block (oEmbed)',
};

let state = readKept();

const field = {
  at: byId<HTMLInputElement>('at'),
  slider: byId<HTMLInputElement>('slider'),
  place: byId<HTMLSelectElement>('place'),
  base: byId<HTMLInputElement>('base'),
  evergreen: byId<HTMLInputElement>('evergreen'),
  pinned: byId<HTMLInputElement>('pinned'),
  text: byId<HTMLInputElement>('colour-text'),
  background: byId<HTMLInputElement>('colour-background'),
  snippet: byId<HTMLTextAreaElement>('snippet'),
  css: byId<HTMLTextAreaElement>('css'),
  json: byId<HTMLTextAreaElement>('json'),
};
const details = {
  room: byId<HTMLDetailsElement>('room'),
  jsonLd: byId<HTMLDetailsElement>('json-ld'),
};

const showControls = (): void => {
  showOptionFields(state.attributes);
  field.place.value = state.place;
  field.evergreen.checked = !state.pinned;
  field.pinned.checked = state.pinned;
  field.text.value = state.colours.text;
  field.background.value = state.colours.background;
  field.base.value = state.base;
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=form]')) {
    radio.checked = radio.value === state.form;
    radio.disabled = !isKept(placeOf(state.place), radio.value as Form);
  }
};

/** The contacts that the panel shows, in its order. */
const shownContacts = (options: Options) => {
  const { groups } = panelView({ contacts: publishedContacts, options, language: languageFor(options.lang), now: undefined });
  return groups.flatMap(({ contacts }) => contacts.flatMap(({ id }) => publishedContacts.filter((contact) => contact.id === id)));
};

const showCss = async (): Promise<void> => {
  const selector = ROOM_FOR[state.form];
  details.room.hidden = !selector;
  if (!selector || !details.room.open) return;
  field.css.value = await roomRules(panel, selector);
};

const showJsonLd = (options: Options): void => {
  if (!details.jsonLd.open) return;
  write('json-note', options.src === undefined ? '' : 'Your own contacts are not in it: correct its numbers and hours, or leave it out.');
  const from = wallAt(Date.now()).slice(0, 10);
  const json = contactsToJsonLd(shownContacts(options), { lang: messagesFor(options.lang).lang, from });
  field.json.value = `<script type="application/ld+json">${json}</script>`;
};

const show = (): void => {
  const { options, problems, attributes } = checkOptions(state);
  for (const control of optionControls()) {
    const attribute = control.dataset['option']!;
    const problem = problems.get(attribute);
    control.toggleAttribute('aria-invalid', false);
    if (problem) control.setAttribute('aria-invalid', 'true');
    write(`problem-${attribute}`, problem ?? '');
  }
  write('place-how', placeOf(state.place).how);
  showPreview(state, attributes);
  showSnippet(state, attributes);
  void showColours(panel, state);
  void showCss();
  showJsonLd(options);
  tellProblems();
};

const change = (changes: Partial<State>): void => {
  state = { ...state, ...changes };
  show();
  keep(state);
};

const build = (): void => {
  // The preview's packs are part of this page: it asks for nothing from the network.
  for (const { words } of Object.values(PACKS)) offerLanguages(languageMaker(words));
  byId('preview').append(panel);
  field.place.append(...PASTE_PLACES.map(({ id, name }) => make('option', { value: id }, name)));
  byId('options').append(
    ...chosenNames.map(optionField),
    make(
      'datalist',
      { id: 'languages' },
      ...[['en', 'English'], ['cy', 'Welsh'], ...Object.entries(PACKS).map(([tag, { name }]) => [tag, name] as const)].map(([tag, name]) =>
        make('option', { value: tag }, name),
      ),
    ),
  );
  byId('forms').append(
    ...FORMS.map((form) =>
      make(
        'div',
        { class: 'choice' },
        make('input', { type: 'radio', name: 'form', id: `form-${form}`, value: form }),
        make('label', { for: `form-${form}` }, FORM_WORDS[form]),
      ),
    ),
  );
  byId('places').append(
    make(
      'table',
      {},
      make('thead', {}, make('tr', {}, ...['Website or editor', 'Form', 'How'].map((title) => make('th', { scope: 'col' }, title)))),
      make(
        'tbody',
        {},
        ...PASTE_PLACES.map(({ name, form, how }) =>
          make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, FORM_WORDS[form]), make('td', {}, how)),
        ),
      ),
    ),
  );
  const preset = (name: string, wall: string | undefined) => {
    const button = make('button', { type: 'button' }, name);
    button.addEventListener('click', () => change({ at: wall }));
    return button;
  };
  byId('presets').append(...presetsAt(Date.now()).map(([name, wall]) => preset(name, wall)), preset('Now', undefined));
  field.pinned.disabled = latest === undefined;
  showControls();
  show();
};

build();

byId('options').addEventListener('input', () => change({ attributes: readOptionFields() }));
byId('forms').addEventListener('change', ({ target }) => change({ form: (target as HTMLInputElement).value as Form }));
byId('channels').addEventListener('change', () => change({ pinned: field.pinned.checked }));
byId('colours').addEventListener('input', () =>
  change({ colours: { text: field.text.value.trim(), background: field.background.value.trim() } }),
);
field.base.addEventListener('input', () => change({ base: field.base.value.trim() }));
field.place.addEventListener('change', () => {
  const { id, form } = placeOf(field.place.value);
  change({ place: id, form });
  showControls();
});
field.slider.addEventListener('input', () => change({ at: atStep(state.at ?? wallAt(Date.now()), field.slider.valueAsNumber) }));
// A half-typed date is none: wait for the rest, and complain only where none comes.
field.at.addEventListener('change', () => {
  const at = wallFrom(field.at.value);
  if (at) change({ at });
});
field.at.addEventListener('blur', () => {
  if (wallFrom(field.at.value)) return;
  showTimeProblem(`This is no date with a time of day: the preview stays at ${byId('at-words').textContent}.`);
  tellProblems();
});
byId('copy').addEventListener('click', () => void copy(field.snippet));
for (const part of Object.values(details)) part.addEventListener('toggle', show);
panel.addEventListener('rsp-exit', (event) => {
  event.preventDefault();
  say('On your page, this would leave for another website.');
});
// Back, Forward, and another link to this page: in its entry nothing of one's own is kept yet.
addEventListener('popstate', () => {
  state = readKept();
  showControls();
  show();
});
