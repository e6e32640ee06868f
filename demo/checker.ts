import { checkContacts, isContactDocument } from './check-contacts.js';
import { checkPage, type Finding, type Severity } from './check-page.js';
import { baseOf, byId, defaultBase, make, say } from './page-tools.js';
import { RELEASES } from './releases.js';

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

const check = (): void => {
  if (!html.value.trim()) {
    say('Paste the HTML of the page first.');
    html.focus();
    return;
  }
  const { found, findings } = isContactDocument(html.value)
    ? checkContacts(html.value, Date.now())
    : checkPage(html.value, {
        base: baseOf(base.value.trim()) ?? defaultBase(),
        releases: RELEASES,
        ...(url.value.trim() && { pageUrl: url.value.trim() }),
        ...(headers.value.trim() && { headers: headers.value }),
      });
  const forms = Object.entries(found).map(([name, count]) => counted(count, name));
  byId('found').textContent = forms.length ? `Found: ${forms.join(', ')}.` : '';
  byId('findings').replaceChildren(...findings.map(item));
  const wrong = findings.filter(({ severity }) => severity === 'error').length;
  const others = findings.length - wrong;
  const title = byId('result-title');
  title.hidden = false;
  title.focus();
  say(
    findings.length
      ? [wrong && `${counted(wrong, 'thing')} wrong`, others && `${counted(others, 'remark')}`].filter(Boolean).join(', ') + '.'
      : 'Nothing wrong found. If the panel still does not show, look at the browser’s console: the panel reports there.',
  );
};

/** Reads a local file into the text field, and checks it. */
const open = async (chosen: File | null | undefined): Promise<void> => {
  if (!chosen) return;
  try {
    html.value = await chosen.text();
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
