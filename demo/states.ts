import { examples } from '../test/examples.js';

/** Built in, and as packs. */
const LANGUAGES = { en: 'English', cy: 'Cymraeg', pl: 'Polski', ro: 'Română', ur: 'اردو', pa: 'ਪੰਜਾਬੀ', ar: 'العربية', bn: 'বাংলা' };

const wanted = new URLSearchParams(location.search).get('lang') ?? 'en';
const lang = Object.hasOwn(LANGUAGES, wanted) ? wanted : 'en';
if (lang !== 'en' && lang !== 'cy') {
  const pack = document.createElement('script');
  pack.src = `dist/lang/${lang}.js`;
  document.head.append(pack);
}

const languages = document.querySelector('.languages')!;
for (const [tag, name] of Object.entries(LANGUAGES)) {
  const link = document.createElement('a');
  link.href = `?lang=${tag}`;
  link.lang = tag;
  link.textContent = name;
  if (tag === lang) link.setAttribute('aria-current', 'page');
  languages.append(link, ' ');
}

const list = document.querySelector('.states')!;
for (const { name, now, attributes, contacts } of examples) {
  const item = document.createElement('li');
  const title = document.createElement('h2');
  title.textContent = `${name[0]!.toUpperCase()}${name.slice(1)}: ${now.replace('T', ', ')}`;
  const panel = document.createElement('report-stalker-panel');
  for (const [attribute, value] of Object.entries({ ...attributes, now, lang, 'heading-level': '3' })) panel.setAttribute(attribute, value);
  Object.assign(panel, { contacts });
  item.append(title, panel);
  list.append(item);
}
