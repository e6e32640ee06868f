import type {} from '../src/report-stalker-panel.js';
import { offer, teaching } from '../src/controllers/offer-language.js';
import { publishedContacts } from '../src/contacts/published-contacts.js';
import { messagesFor } from '../src/i18n/index.js';
import { languageFor } from '../src/i18n/languages.js';
import { contactsToJsonLd } from '../src/json-ld.js';
import { optionNames, optionTable, readOptions, type Option, type Options } from '../src/options.js';
import { panelView } from '../src/panel-view.js';
import { panelContrast, unseenNumbers } from './contrast.js';
import { isLanguageTag, packFor, PACKS } from './language-packs.js';
import { baseOf, byId, copy, defaultBase, isExample, isThisMachine, make, say } from './page-tools.js';
import { isKept, pasteAt, PASTE_PLACES } from './paste-places.js';
import { atStep, presetsAt, stepOf, wallAt, wallFrom, wallInWords } from './preview-times.js';
import { RELEASES } from './releases.js';
import { carried, carries, cspNeeds, FORMS, idsLeftOut, leftOut, type Form, type SnippetOptions } from './snippets.js';

/* The builder's page: options in, snippet and live preview out. It keeps what was chosen. */

type Name = keyof Options;

/** The preview's slider sets `now`; nobody pastes it. */
const chosenNames = optionNames.filter((name) => name !== 'now');

const OPTION_WORDS: Readonly<Record<Name, readonly [label: string, hint: string]>> = {
  region: ['Nation', 'Leaves out lines that do not cover it, adds its 24-hour line for abuse by a partner or relative.'],
  show: ['Contacts to show', 'Ids separated by spaces, in this order; 999 stays first. If empty: the usual contacts.'],
  policeName: ['Name of your police force', 'Instead of “Your local police”.'],
  policeHref: ['Online reporting page of the force', 'An https address.'],
  src: ['Your own contact data', 'The address of a JSON document. The preview does not fetch it.'],
  lang: ['Language', 'A tag such as cy or pl. Left empty: the language of your page, and fallback content in English.'],
  heading: ['Heading', 'Instead of “Report a stalker”.'],
  headingLevel: ['Level of the heading', 'From 1 to 6, as it fits your page.'],
  compact: ['Compact', 'One short list.'],
  theme: ['Light or dark', 'Auto follows the colour scheme of your page.'],
  withoutExit: ['Without the exit link', 'For pages that have an exit of their own.'],
  exitHref: ['Where the exit leads', 'An ordinary website, nothing about stalking.'],
  now: ['Preview', ''],
};

const FORM_WORDS: Readonly<Record<Form, string>> = {
  script: 'Script tag, and a link that stays if the tag is removed',
  element: 'Element with fallback content, and script tag',
  link: 'Plain link',
  placeholder: 'Placeholder with fallback content, and script tag',
  frame: 'Frame, and a link that stays if the frame is removed',
  oembed: 'Address for an Embed block (oEmbed)',
};

interface State {
  /** As typed, by attribute name; what is off is left out. */
  attributes: Record<string, string>;
  form: Form;
  place: string;
  pinned: boolean;
  /** A London time; `undefined` is now. */
  at: string | undefined;
  colours: { text: string; background: string };
  /** Where the releases are, as typed. */
  base: string;
}

const [latest] = RELEASES.slice(-1);
const [firstPlace] = PASTE_PLACES as [(typeof PASTE_PLACES)[number]];
const placeOf = (id: string | null) => PASTE_PLACES.find((place) => place.id === id) ?? firstPlace;

/** Ids separated by spaces: people write commas and semicolons too. */
const asIds = (text: string): string => text.split(/[\s,;]+/).filter(Boolean).join(' ');

/*
 * Whoever sends a link to the builder must not be able to make anybody paste words, addresses or a
 * script of his own. So the address holds what the option table lets any address set; all else is in
 * the state of its entry in the history, which outlives a reload, Back and Forward, and which only
 * this page can write.
 */
const readKept = (): State => {
  const address = new URLSearchParams(location.hash.slice(1));
  const own = Object(history.state) as Readonly<Record<string, unknown>>;
  const ownText = (name: string): string => String(own[name] ?? '');
  const attributes: Record<string, string> = {};
  for (const name of chosenNames) {
    const { attribute, inUrl } = optionTable[name];
    const value = inUrl ? address.get(attribute) : own[attribute];
    if (typeof value === 'string') attributes[attribute] = name === 'show' ? asIds(value) : value;
  }
  const place = placeOf(address.get('place'));
  return {
    attributes,
    form: FORMS.find((form) => form === address.get('form') && isKept(place, form)) ?? place.form,
    place: place.id,
    pinned: address.has('pinned') && latest !== undefined,
    at: wallFrom(address.get('at') ?? ''),
    colours: { text: ownText('text'), background: ownText('background') },
    base: ownText('base') || defaultBase(),
  };
};

const keep = ({ attributes, form, place, pinned, at, colours, base }: State): void => {
  const address = new URLSearchParams();
  const own: Record<string, string> = { ...colours, base };
  for (const name of chosenNames) {
    const { attribute, inUrl } = optionTable[name];
    const value = attributes[attribute];
    if (value === undefined) continue;
    if (inUrl) address.set(attribute, value);
    else own[attribute] = value;
  }
  if (form !== placeOf(place).form) address.set('form', form);
  if (place !== firstPlace.id) address.set('place', place);
  if (pinned) address.set('pinned', '');
  if (at !== undefined) address.set('at', at);
  const text = String(address).replace(/=(?=&|$)/g, '');
  // Not pushed: the Back button leaves the builder, whatever was tried in it.
  history.replaceState(own, '', `#${text}`);
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

/** Writes a line where it changes: screen readers say one that is written again, even if it is the same. */
const write = (id: string, text: string): void => {
  const line = byId(id);
  if (line.textContent !== text) line.textContent = text;
};

const panel = document.createElement('report-stalker-panel');
panel.append(make('p', {}, make('a', { href: 'tel:999' }, '999'), ' '));

/** `england, wales, scotland or northern-ireland` as a list; `undefined` where anything may be written. */
const choicesOf = ({ expected }: Option): readonly string[] | undefined =>
  /^[a-z-]+(, [a-z-]+)* or [a-z-]+$/.test(expected) ? expected.split(/, | or /) : undefined;

const controlFor = (name: Name): HTMLInputElement | HTMLSelectElement => {
  const option: Option = optionTable[name];
  const choices = choicesOf(option);
  const [low, high] = /from (\d+) to (\d+)/.exec(option.expected)?.slice(1) ?? [];
  const common = { id: `option-${option.attribute}`, 'data-option': option.attribute, 'aria-describedby': `hint-${option.attribute} problem-${option.attribute}` };
  if (option.boolean) return make('input', { ...common, type: 'checkbox' });
  if (choices) {
    const none = choices.includes(String(option.fallback)) ? [] : [make('option', { value: '' }, 'not set')];
    return make('select', common, ...none, ...choices.map((choice) => make('option', { value: choice }, choice)));
  }
  if (low) return make('input', { ...common, type: 'number', min: low, max: high, placeholder: String(option.fallback) });
  return make('input', {
    ...common,
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: option.fallback === undefined ? false : String(option.fallback),
    list: name === 'lang' && 'languages',
    type: /URL/.test(option.expected) ? 'url' : 'text',
  });
};

const fieldFor = (name: Name): HTMLElement => {
  const { attribute, boolean } = optionTable[name];
  const [words, hint] = OPTION_WORDS[name];
  const control = controlFor(name);
  const label = make('label', { for: control.id }, words, ' (', make('code', {}, attribute), ')');
  const about = [
    make('p', { class: 'hint', id: `hint-${attribute}` }, hint, ...(name === 'show' ? [` Known are: ${publishedContacts.map(({ id }) => id).join(', ')}.`] : [])),
    make('p', { class: 'error', id: `problem-${attribute}` }),
  ];
  return boolean
    ? make('div', { class: 'field' }, make('div', { class: 'choice' }, control, label), ...about)
    : make('div', { class: 'field' }, label, control, ...about);
};

const controls = (): readonly (HTMLInputElement | HTMLSelectElement)[] => [
  ...byId('options').querySelectorAll<HTMLInputElement | HTMLSelectElement>('[data-option]'),
];

type Box = HTMLInputElement & { readonly type: 'checkbox' };
const isBox = (control: HTMLInputElement | HTMLSelectElement): control is Box => control.type === 'checkbox';

/** What the controls hold, as attributes; a value that is the default anyway is none. */
const readControls = (): Record<string, string> => {
  const attributes: Record<string, string> = {};
  for (const control of controls()) {
    const attribute = control.dataset['option']!;
    const name = chosenNames.find((candidate) => optionTable[candidate].attribute === attribute)!;
    const { fallback }: Option = optionTable[name];
    const value = name === 'show' ? asIds(control.value) : control.value.trim();
    if (isBox(control)) {
      if (control.checked) attributes[attribute] = '';
    } else if (value && value !== String(fallback)) attributes[attribute] = value;
  }
  return attributes;
};

const showControls = (): void => {
  for (const control of controls()) {
    const value = state.attributes[control.dataset['option']!];
    if (isBox(control)) control.checked = value !== undefined;
    else if (control instanceof HTMLSelectElement) control.value = value ?? [...control.options].find((choice) => choice.value === '' || choice.value === 'auto')!.value;
    else control.value = value ?? '';
  }
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

/** Whether the panel could read contacts from there: which address a relative one is depends on the page. */
const isDocumentAddress = (text: string): boolean => {
  try {
    const { protocol, username, password } = new URL(text, 'https://page.invalid/');
    return protocol === 'https:' && !username && !password;
  } catch {
    return false;
  }
};

/** Where the option table takes any text, or names another default than leaving the option out has. */
const LATER: readonly (readonly [attribute: string, isUsable: (value: string) => boolean, expected: string])[] = [
  ['lang', (value) => isLanguageTag(value) && optionTable.lang.read(value) !== undefined, 'a language tag such as cy or pl-PL. Using the language of your page'],
  ['src', isDocumentAddress, 'the https address of a JSON document, or its path on your site. Using the built-in contacts'],
];

/** Options as the panel reads them, and what it would report about each. */
const checked = (): { readonly options: Options; readonly problems: ReadonlyMap<string, string> } => {
  const problems = new Map<string, string>();
  for (const [attribute, isUsable, expected] of LATER) {
    const value = state.attributes[attribute];
    if (value !== undefined && !isUsable(value)) problems.set(attribute, `${attribute}=${JSON.stringify(value)} cannot be used: expected ${expected}.`);
  }
  const given = Object.fromEntries(
    chosenNames.map((name) => [name, problems.has(optionTable[name].attribute) ? undefined : state.attributes[optionTable[name].attribute]]),
  );
  const options = readOptions(given, ({ attribute, message }) => problems.set(attribute!, message));
  // The element carries every option.
  const unknown = idsLeftOut('element', { base: state.base, attributes: usable(problems) });
  if (unknown.length) problems.set('show', `No contact is called ${unknown.join(', ')}: left out.`);
  return { options, problems };
};

/** What goes into the snippet: nothing that the panel would refuse. */
const usable = (problems: ReadonlyMap<string, string>): Record<string, string> =>
  // Of `show`, what can be used goes in.
  Object.fromEntries(Object.entries(state.attributes).filter(([attribute]) => attribute === 'show' || !problems.has(attribute)));

/** What is to be said of the language: its words may come from a script of their own, or not at all. */
const languageNote = (lang: string | undefined): string => {
  if (lang === undefined || /^(en|cy)(-|$)/i.test(lang)) return '';
  const pack = packFor(lang);
  if (pack === undefined) return `There are no words in ${lang}: the panel is in English.`;
  const { name } = PACKS[pack]!;
  const review = `${name} awaits review by a fluent speaker: have it read before you rely on it.`;
  if (isFramed()) return `The page in the frame has no ${name}: it is in English. The element, with the script of the language, can show it.`;
  if (state.form === 'link') return `The page that the link leads to has no ${name}: it is in English. Where the link becomes the panel, and your page has the script of the language, the panel is in ${name}. ${review}`;
  return `${name} has a script of its own, beside the panel’s. ${review} The fallback content is in English.`;
};

const showPreview = (attributes: Readonly<Record<string, string>>): void => {
  const isEnglish = state.form === 'frame' && packFor(attributes['lang']) !== undefined;
  // No request after the page has loaded: the document stays where it is.
  const { src, ...others } = attributes;
  const given = new Map(carried(state.form, { base: state.base, attributes: others }));
  for (const name of chosenNames) {
    const { attribute } = optionTable[name];
    const value = name === 'lang' && isEnglish ? undefined : given.get(attribute);
    if (value === undefined) panel.removeAttribute(attribute);
    else panel.setAttribute(attribute, value);
  }
  if (!panel.hasAttribute('lang')) panel.lang = 'en';
  panel.now = state.at;
  write('language-note', languageNote(attributes['lang']));
  write(
    'preview-note',
    [
      state.at === undefined ? 'This is what visitors see now.' : 'Visitors never see the word “Preview”: the time is not part of the snippet.',
      src === undefined ? '' : 'Your own contacts are not shown here: the builder asks for nothing from the network.',
    ].join(' '),
  );

  const wall = state.at ?? wallAt(Date.now());
  field.at.value = wall;
  field.slider.value = String(stepOf(wall));
  const words = `${wallInWords(wall)}${state.at === undefined ? ' (now)' : ''}`;
  field.slider.setAttribute('aria-valuetext', words);
  write('at-words', words);
  showAtProblem('');
};

const showAtProblem = (problem: string): void => {
  write('at-problem', problem);
  field.at.setAttribute('aria-invalid', String(problem !== ''));
};

/**
 * Whether a value stays within its declaration: `CSS.supports` closes what is open at its end, a
 * bracket or a comment, which in a style sheet takes in what follows.
 */
const isClosed = (value: string): boolean => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`x { color: ${value}; --end: 1 }`);
  const [rule, ...more] = sheet.cssRules as unknown as readonly CSSStyleRule[];
  return !more.length && !!rule?.style.color && rule.style.getPropertyValue('--end').trim() === '1';
};

/** What is wrong with a colour, as typed; nothing, also where there is none. */
const colourProblem = (value: string): string | undefined => {
  if (!value) return undefined;
  if (!CSS.supports('color', value)) return `“${value}” is no CSS colour.`;
  return isClosed(value) ? undefined : `“${value}” is not complete: a bracket, a quotation mark or a comment is open at its end.`;
};

const isColour = (value: string): boolean => !!value && colourProblem(value) === undefined;

/** Nothing but its address reaches the panel in a frame. */
const isFramed = (): boolean => state.form === 'frame' || state.form === 'oembed';

/** The colours as a rule; none where they are not both of use, or the form cannot carry them. */
const colourRule = (): string => {
  const { text, background } = state.colours;
  return isColour(text) && isColour(background) && !isFramed()
    ? `report-stalker-panel { --rsp-color-text: ${text}; --rsp-color-background: ${background}; }`
    : '';
};

/** Sets the colours on the preview, and says where they cannot be read. */
const showColours = async (): Promise<void> => {
  const { text, background } = state.colours;
  const note = (problem: string) => write('colour-problem', problem);
  const wrong = colourProblem(text) ?? colourProblem(background);
  for (const [id, value] of [['colour-text', text], ['colour-background', background]] as const)
    document.getElementById(id)!.setAttribute('aria-invalid', String(!!value && !isColour(value)));
  panel.style.setProperty('--rsp-color-text', isColour(text) && !isFramed() ? text : null);
  panel.style.setProperty('--rsp-color-background', isColour(background) && !isFramed() ? background : null);
  if (!text && !background) note('');
  else if (isFramed()) note('This form cannot carry colours: in a frame the panel keeps its own.');
  else if (wrong) note(wrong);
  else if (!text || !background) note('Set both: one alone is unreadable in light or in dark.');
  else {
    await panel.updateComplete;
    const theme = state.attributes['theme'];
    const schemes = (['light', 'dark'] as const).filter((scheme) => (theme !== 'light' && theme !== 'dark') || theme === scheme);
    const poor = schemes.flatMap((scheme) =>
      panelContrast(panel, scheme).flatMap(({ ratio = 21, needed }) => (ratio < needed ? [{ scheme, ratio, needed }] : [])),
    );
    const worst = poor.sort((a, b) => a.ratio / a.needed - b.ratio / b.needed)[0];
    const unseen = unseenNumbers(panel);
    note(
      unseen.length
        ? `Numbers cannot be seen: ${unseen.join(', ')}.`
        : worst
          ? `Hard to read in the ${worst.scheme} scheme: a contrast of ${worst.ratio} to 1 where ${worst.needed} to 1 is needed.`
          : '',
    );
  }
};

/** Shows a text, in a field about as high as it. */
const fillBox = (box: HTMLTextAreaElement, text: string): HTMLTextAreaElement => {
  box.value = text;
  box.rows = Math.min(2 + text.split('\n').reduce((rows, line) => rows + Math.ceil((line.length || 1) / 70), 0), 24);
  return box;
};

/** Which options a form leaves out, why, and the form that would not. */
const leftOutNote = (missing: readonly string[], ids: readonly string[]): string => {
  if (!missing.length) return '';
  const names = chosenNames.filter((name) => missing.includes(optionTable[name].attribute));
  const reason = {
    oembed: ': the answer that an Embed block gets for this address is always the same, without options',
    script: ': on a script tag, data-src belongs to consent tools',
    element: '',
    placeholder: '',
    link: ': whoever can only write an address must not be able to put words or numbers of their own on the panel',
    frame: ': whoever can only write an address must not be able to put words or numbers of their own on the panel',
  }[state.form];
  const better = (['link', 'element', 'placeholder'] as const).find((form) => isKept(placeOf(state.place), form) && names.every((name) => carries(form, name)));
  const advice = better ? `Use the ${better} for ${names.length > 1 ? 'them' : 'it'}.` : 'No other form that is kept there can.';
  const lost = ids.length && missing.includes('src') ? ` Left out of show, since only src brings them: ${ids.join(', ')}.` : '';
  return `This form cannot carry ${missing.join(', ')}${reason}. ${advice}${lost}`;
};

const showSnippet = (attributes: Readonly<Record<string, string>>): void => {
  const given = baseOf(state.base);
  const used = new URL(given ?? defaultBase());
  const isOut = isThisMachine(used) || isExample(used);
  write(
    'base-problem',
    [
      given ? '' : `This is no https address of the folder that holds 1/, with a slash at its end. Using ${used}.`,
      isOut ? 'Your visitors cannot reach this address: write that of the folder that holds 1/.' : '',
      used.protocol === 'http:' && !isOut ? 'Pages with https load nothing from an address with http: publish the release with https.' : '',
    ].join(' ').trim(),
  );
  field.base.setAttribute('aria-invalid', String(!given || (used.protocol === 'http:' && !isOut)));
  const options: SnippetOptions = {
    base: used.href,
    attributes,
    ...(state.pinned && latest && { pinned: latest }),
  };
  const place = placeOf(state.place);
  const { text, elsewhere } = pasteAt(place, state.form, options);
  const colours = colourRule();
  const parts = [...elsewhere, ...(colours ? [{ where: 'Into the style sheet of the site: your colours', text: colours }] : [])];
  fillBox(field.snippet, text);
  byId('elsewhere').replaceChildren(
    ...parts.map((part, index) => {
      const box = fillBox(make('textarea', { id: `elsewhere-${index}`, readonly: true, spellcheck: 'false' }), part.text);
      const button = make('button', { type: 'button', 'aria-label': `Copy this part: ${part.where}` }, 'Copy this part');
      button.addEventListener('click', () => void copy(box));
      return make('div', { class: 'field' }, make('label', { for: box.id }, part.where), box, make('div', { class: 'row' }, button));
    }),
  );
  write('left-out', leftOutNote(leftOut(state.form, options), idsLeftOut(state.form, options)));
  const unlinked = idsLeftOut('link', options);
  write(
    'fallback-note',
    attributes['src'] !== undefined && carries(state.form, 'src')
      ? `The fallback content has the built-in contacts: make the same corrections in it as in your own contact data.${unlinked.length ? ` The page that its link leads to cannot show ${unlinked.join(', ')}.` : ''}`
      : '',
  );
  byId('csp-lines').replaceChildren(
    ...cspNeeds(state.form, options).map(({ directive, when }) =>
      make('tr', {}, make('td', {}, make('code', {}, directive)), make('td', {}, when ?? 'always')),
    ),
  );
};

/** The contacts that the panel shows, in its order. */
const shownContacts = (options: Options) => {
  const { groups } = panelView({ contacts: publishedContacts, options, language: languageFor(options.lang), now: undefined });
  return groups.flatMap(({ contacts }) => contacts.flatMap(({ id }) => publishedContacts.filter((contact) => contact.id === id)));
};

/** The columns of a phone and of an article on a desktop, and the window from which on the second is likely. */
const COLUMNS = { phone: 343, article: 704, from: '48rem' } as const;

/** How tall the panel is in a column, measured out of sight. */
const heightIn = async (width: number): Promise<number> => {
  const twin = panel.cloneNode(true) as typeof panel;
  twin.removeAttribute('now');
  twin.addEventListener('rsp-exit', (event) => event.preventDefault());
  const box = make('div', { inert: true, 'aria-hidden': 'true', style: `position: absolute; inset-block-start: 0; inset-inline-start: -9999px; inline-size: ${width}px` }, twin);
  document.body.append(box);
  await twin.updateComplete;
  const { height } = twin.getBoundingClientRect();
  box.remove();
  return Math.ceil(height);
};

/** What stands in the page before the script has run, and can be given room. */
const ROOM_FOR: Readonly<Partial<Record<Form, string>>> = {
  element: 'report-stalker-panel:not(:defined)',
  placeholder: '[data-report-stalker-panel]',
};

const showCss = async (): Promise<void> => {
  const selector = ROOM_FOR[state.form];
  details.room.hidden = !selector;
  if (!selector || !details.room.open) return;
  const [phone, article] = [await heightIn(COLUMNS.phone), await heightIn(COLUMNS.article)];
  field.css.value = `${selector} { display: block; min-height: ${phone}px; }
@media (min-width: ${COLUMNS.from}) {
  ${selector} { min-height: ${article}px; }
}
/* On a coloured ground the numbers would have the colour of your links. */
${selector} a { color: inherit; text-decoration: underline; }`;
};

const showJsonLd = (options: Options): void => {
  if (!details.jsonLd.open) return;
  write('json-note', options.src === undefined ? '' : 'Your own contacts are not in it: correct its numbers and hours, or leave it out.');
  const from = wallAt(Date.now()).slice(0, 10);
  const json = contactsToJsonLd(shownContacts(options), { lang: messagesFor(options.lang).lang, from });
  field.json.value = `<script type="application/ld+json">${json}</script>`;
};

const show = (): void => {
  const { options, problems } = checked();
  for (const control of controls()) {
    const attribute = control.dataset['option']!;
    const problem = problems.get(attribute);
    control.toggleAttribute('aria-invalid', false);
    if (problem) control.setAttribute('aria-invalid', 'true');
    write(`problem-${attribute}`, problem ?? '');
  }
  write('place-how', placeOf(state.place).how);
  const attributes = usable(problems);
  showPreview(attributes);
  showSnippet(attributes);
  void showColours();
  void showCss();
  showJsonLd(options);
  tellProblems();
};

/** Nobody wants to hear what is wrong with half a word. */
const PAUSE_IN_TYPING = 1000;
let pause: ReturnType<typeof setTimeout> | undefined;
let told: ReadonlySet<string> = new Set();

/**
 * Says the problems beside the fields, each once when it appears. The lines themselves change with
 * every key; read with their field, they are heard again only on coming back to it.
 */
const tellProblems = (): void => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    const lines = [...document.querySelectorAll('.error:not([role])')].filter(({ textContent }) => textContent);
    // A field with a warning may still become an invalid one; the line of the colours has several things to say.
    const kindOf = ({ id, textContent }: Element) =>
      id === 'colour-problem' ? textContent : document.querySelector(`[aria-describedby~="${id}"]`)!.getAttribute('aria-invalid');
    const problems = new Map(lines.map((line) => [`${line.id} ${kindOf(line)}`, line.textContent]));
    const news = [...problems].flatMap(([problem, text]) => (told.has(problem) ? [] : [text]));
    if (news.length || !problems.size) write('problems-said', news.join(' '));
    told = new Set(problems.keys());
  }, PAUSE_IN_TYPING);
};

const change = (changes: Partial<State>): void => {
  state = { ...state, ...changes };
  show();
  keep(state);
};

const build = (): void => {
  // The preview's packs are part of this page: it asks for nothing from the network.
  for (const { words } of Object.values(PACKS)) offer(teaching(words));
  byId('preview').append(panel);
  field.place.append(...PASTE_PLACES.map(({ id, name }) => make('option', { value: id }, name)));
  byId('options').append(...chosenNames.map(fieldFor), make('datalist', { id: 'languages' }, ...[['en', 'English'], ['cy', 'Welsh'], ...Object.entries(PACKS).map(([tag, { name }]) => [tag, name] as const)].map(([tag, name]) => make('option', { value: tag! }, name!))));
  byId('forms').append(
    ...FORMS.map((form) =>
      make('div', { class: 'choice' }, make('input', { type: 'radio', name: 'form', id: `form-${form}`, value: form }), make('label', { for: `form-${form}` }, FORM_WORDS[form])),
    ),
  );
  byId('places').append(
    make(
      'table',
      {},
      make('thead', {}, make('tr', {}, ...['Website or editor', 'Form', 'How'].map((title) => make('th', { scope: 'col' }, title)))),
      make('tbody', {}, ...PASTE_PLACES.map(({ name, form, how }) => make('tr', {}, make('th', { scope: 'row' }, name), make('td', {}, FORM_WORDS[form]), make('td', {}, how)))),
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

byId('options').addEventListener('input', () => change({ attributes: readControls() }));
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
  showAtProblem(`This is no date with a time of day: the preview stays at ${byId('at-words').textContent}.`);
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
