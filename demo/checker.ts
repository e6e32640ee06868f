import { checkContacts, isContactDocument } from './check-contacts.js';
import { checkPage, type CheckOptions, type Finding, type Report, type Severity } from './check-page.js';
import { baseOf, byId, defaultBase, make, say } from './page-tools.js';
import { RELEASES } from './releases.js';
import { readSaved, type SavedFile } from './saved-file.js';

/* The checker's page: text in, findings out. The text is never put into this page. */

const form = byId<HTMLFormElement>('form');
const html = byId<HTMLTextAreaElement>('html');
const file = byId<HTMLInputElement>('file');
const url = byId<HTMLInputElement>('url');
const headers = byId<HTMLTextAreaElement>('headers');
const base = byId<HTMLInputElement>('base');
base.value = defaultBase();

const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: 'Wrong', warning: 'Look at this', note: 'Could be better' };

const item = ({ severity, what, todo, where, code }: Finding): HTMLElement =>
  make(
    'li',
    { 'data-severity': severity, 'data-code': code },
    make('p', {}, make('strong', {}, `${SEVERITY_WORDS[severity]}: `), what),
    make('p', {}, todo),
    ...(where ? [make('p', {}, make('code', {}, where))] : []),
  );

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** An address as people type it. */
const withScheme = (text: string): string => (/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);

const pageOf = (text: string): string | undefined => {
  try {
    // Some browsers take words for the name of a host.
    return /^https?:\S+$/i.test(text) ? new URL(text).href : undefined;
  } catch {
    return undefined;
  }
};

/** What the fields beside the HTML say; none where one says nothing that can be used, which is then in focus and said beside it. */
const readFields = (): Pick<CheckOptions, 'pageUrl' | 'base'> | undefined => {
  const wrong: HTMLInputElement[] = [];
  const read = (field: HTMLInputElement, addressOf: (text: string) => string | undefined, problem: string): string | undefined => {
    const text = field.value.trim();
    const address = text ? addressOf(withScheme(text)) : undefined;
    const isWrong = text !== '' && address === undefined;
    field.setAttribute('aria-invalid', String(isWrong));
    byId(`${field.id}-problem`).textContent = isWrong ? problem : '';
    if (isWrong) wrong.push(field);
    return address;
  };
  const pageUrl = read(url, pageOf, 'This is no http or https address of a page.');
  const given = read(base, baseOf, 'This is no http or https address of the folder that holds 1/, with a slash at its end.');
  const [first] = wrong;
  if (first) {
    first.closest('details')!.open = true;
    first.focus();
    say(byId(`${first.id}-problem`).textContent);
    return undefined;
  }
  return { base: given ?? defaultBase(), ...(pageUrl && { pageUrl }) };
};

const readPage = (): Report | undefined => {
  const fields = readFields();
  return fields && checkPage(html.value, { ...fields, releases: RELEASES, ...(headers.value.trim() && { headers: headers.value }) });
};

/** Where the text comes from, as long as it is what the file held. */
let opened: SavedFile | undefined;

/** What was found before says nothing of what stands there now. */
const clear = (): void => {
  byId('result-title').hidden = true;
  byId('said').textContent = '';
  byId('found').textContent = '';
  byId('further').textContent = '';
  byId('findings').replaceChildren();
};

const check = (): void => {
  clear();
  if (!html.value.trim()) {
    say('Paste the HTML of the page first.');
    html.focus();
    return;
  }
  const report = isContactDocument(html.value) ? checkContacts(html.value, Date.now(), opened) : readPage();
  if (!report) return;
  const { found, findings, documents = [] } = report;
  const forms = Object.entries(found).map(([name, count]) => counted(count, name));
  byId('found').textContent = forms.length ? `Found: ${forms.join(', ')}.` : '';
  byId('findings').replaceChildren(...findings.map(item));
  const wrong = findings.filter(({ severity }) => severity === 'error').length;
  const others = findings.length - wrong;
  const counts = [wrong && `${counted(wrong, 'thing')} wrong`, others && counted(others, 'remark')].filter(Boolean).join(', ');
  byId('further').textContent = [
    ...documents.map((address) => `Your contact document ${address} was not read: check it by itself, here.`),
    ...(counts ? [] : ['If the panel still does not show, look at the browser’s console: the panel reports there.']),
  ].join(' ');
  // The heading says what came of it: of a live region that changes while the focus moves and much is written, Orca says nothing.
  const title = byId('result-title');
  title.textContent = `Result: ${counts || 'Nothing wrong found'}.`;
  title.hidden = false;
  title.focus();
};

/** Reads a local file into the text field, and checks it. */
const open = async (chosen: File | null | undefined): Promise<void> => {
  if (!chosen) return;
  try {
    opened = readSaved(new Uint8Array(await chosen.arrayBuffer()));
    html.value = opened.text;
  } catch {
    say('The browser cannot read this file.');
    return;
  }
  check();
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  check();
});
html.addEventListener('input', () => (opened = undefined));
// Else the same file, mended and chosen again, would be no change.
file.addEventListener('click', () => (file.value = ''));
file.addEventListener('change', () => void open(file.files?.[0]));
form.addEventListener('dragover', (event) => {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  form.dataset['over'] = '';
});
form.addEventListener('dragleave', () => delete form.dataset['over']);
form.addEventListener('drop', (event) => {
  delete form.dataset['over'];
  const [dropped] = event.dataTransfer?.files ?? [];
  if (!dropped) return;
  event.preventDefault();
  void open(dropped);
});
