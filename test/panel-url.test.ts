/** Which addresses are panels of ours, and what a mere link may ask of one. */
import { expect } from '@open-wc/testing';
import { applyAddress, applyData, isOurs, registerScript } from '../src/embed/panel-url.js';
import { BASE_URL } from '../src/release.js';

const PAGE = `${BASE_URL}1/panel.html`;

const scriptIsAt = (src: string, mark?: string): void =>
  registerScript({ src, matches: (selector: string) => selector === mark } as HTMLScriptElement);

/** What a panel is given. */
const given = (give: (panel: Element) => void): Record<string, string> => {
  const attributes: Record<string, string> = {};
  give({ setAttribute: (name: string, value: string) => (attributes[name] = value) } as unknown as Element);
  return attributes;
};

const attributesOf = (url: string): Record<string, string> => given((panel) => applyAddress(panel, url));

/** As much of an element as is asked; tables run without a browser too. */
const element = (localName: string, attributes: Record<string, string>): Element =>
  ({
    matches: (selector: string) => selector === localName,
    getAttribute: (name: string) => attributes[name] ?? null,
  }) as unknown as Element;

describe('isOurs', () => {
  // As on a page with the scripts of many.
  scriptIsAt('https://cdn.example/panels/1.4.0/embed.js?from=here/there#x');
  scriptIsAt('https://static.example/js/embed.js');
  scriptIsAt('https://odd.example/a+b(c)/embed.js');
  scriptIsAt('https://early.example/1abc/embed.js');
  scriptIsAt('https://later.example/12.0.1/embed.js');
  scriptIsAt('https://deep.example/1/js/embed.js');

  const rows: readonly (readonly [what: string, url: string, expected: boolean])[] = [
    ['the newest release of version 1', PAGE, true],
    ['one release', `${BASE_URL}1.2.3/panel.html`, true],
    ['a release before its time', `${BASE_URL}1.3.0-beta.2+5/panel.html`, true],
    ['with options', `${PAGE}?region=wales`, true],
    ['with a fragment', `${PAGE}#top`, true],
    ['version 2', `${BASE_URL}2/panel.html`, false],
    ['version 10', `${BASE_URL}10/panel.html`, false],
    ['version 11.0.0', `${BASE_URL}11.0.0/panel.html`, false],
    ['no version', `${BASE_URL}panel.html`, false],
    ['a folder further down', `${BASE_URL}1/more/panel.html`, false],
    ['another page', `${BASE_URL}1/panel.htm`, false],
    ['a longer name', `${PAGE}.example`, false],
    ['a look-alike name', `${BASE_URL}1/panelxhtml`, false],
    ['a look-alike host', `${BASE_URL.replace('.', 'x')}1/panel.html`, false],
    ['our address inside another', `https://evil.example/${PAGE}`, false],
    ['our address in a query', `https://evil.example/?${PAGE}`, false],
    ['beside the script', 'https://cdn.example/panels/1.4.0/panel.html', true],
    ['another release than the script', 'https://cdn.example/panels/1.10.2/panel.html', true],
    ['the newest, beside a pinned script', 'https://cdn.example/panels/1/panel.html', true],
    ['another version than the script', 'https://cdn.example/panels/2.4.0/panel.html', false],
    ['another folder than the script', 'https://cdn.example/other/1.4.0/panel.html', false],
    ['beside a script outside any release', 'https://static.example/js/panel.html', true],
    ['a release below such a script', 'https://static.example/js/1/panel.html', false],
    ['beside such a script, another folder', 'https://static.example/css/panel.html', false],
    ['letters that mean something in patterns', 'https://odd.example/a+b(c)/panel.html', true],
    ['such letters as a pattern', 'https://odd.example/aab(c)/panel.html', false],
    ['a folder that only starts like a release', 'https://early.example/1abc/panel.html', true],
    ['its number alone', 'https://early.example/1/panel.html', false],
    ['the newest of version 12, beside such a script', 'https://later.example/12/panel.html', true],
    ['version 2, beside that script', 'https://later.example/2/panel.html', false],
    ['a folder in a release', 'https://deep.example/1/js/panel.html', true],
    ['the release, beside a script in a folder of it', 'https://deep.example/1/panel.html', false],
    ['nowhere', 'about:blank', false],
  ];
  for (const [what, url, expected] of rows)
    it(`${what}: ${expected ? 'ours' : 'not ours'}`, () => expect(isOurs({ href: url })).to.equal(expected));

  it('beside a script that runs after the first comparison: ours from then on', () => {
    const link = { href: 'https://last.example/js/panel.html' };
    expect(isOurs(link)).to.equal(false);
    scriptIsAt('https://last.example/js/embed.js');
    expect(isOurs(link)).to.equal(true);
  });
});

describe('applyAddress', () => {
  const rows: readonly (readonly [what: string, query: string, attributes: Record<string, string>])[] = [
    ['nothing', '', {}],
    ['a nation', '?region=wales', { region: 'wales' }],
    ['a nation with spaces around it', '?region=+wales%0A', { region: 'wales' }],
    ['a place that is no nation', '?region=yorkshire', {}],
    ['a language', '?lang=cy', { lang: 'cy' }],
    ['a language in capitals', '?lang=CY', { lang: 'CY' }],
    ['a language with script and region', '?lang=zh-Hant-TW', { lang: 'zh-Hant-TW' }],
    ['a language of one letter', '?lang=x', {}],
    ['a language of four letters', '?lang=evil', {}],
    ['a language with an underscore', '?lang=en_GB', {}],
    ['a part of a language that is too long', '?lang=en-123456789', {}],
    ['an empty part of a language', '?lang=en-', {}],
    ['words before a language', '?lang=call+me-en', {}],
    ['no language', '?lang=', {}],
    ['contacts of ours', '?show=paladin+police', { show: 'paladin police' }],
    ['contacts of ours on lines', '?show=paladin%0A%09+police', { show: 'paladin police' }],
    ['contacts of ours with commas', '?show=paladin,+police,', { show: 'paladin police' }],
    ['commas alone', '?show=,', {}],
    ['contacts of others among ours', '?show=evil+paladin', { show: 'paladin' }],
    ['contacts of others alone', '?show=evil', {}],
    ['no contacts', '?show=', {}],
    ['a heading level', '?heading-level=3', { 'heading-level': '3' }],
    ['a heading level that is none', '?heading-level=7', {}],
    ['a theme', '?theme=dark', { theme: 'dark' }],
    ['a theme that is none', '?theme=pink', {}],
    ['bare attributes', '?compact&without-exit', { compact: '', 'without-exit': '' }],
    ['attributes that are off', '?compact=false&without-exit=False', {}],
    ['a bare attribute with punctuation', '?compact=a.b&without-exit=.', {}],
    ['a heading of the writer’s own', '?heading=Call+0900+123456', {}],
    ['a force of the writer’s own', '?police-name=Me&police-href=https://evil.example/', {}],
    ['contacts of the writer’s own', '?src=https://evil.example/contacts.json', {}],
    ['contacts of the writer’s own, beside the page', '?src=contacts', {}],
    ['an exit of the writer’s own', '?exit-href=https://evil.example/', {}],
    ['a time of the writer’s own', '?now=2026-12-25T10:00', {}],
    ['attributes that are no options', '?onclick=alert(1)&style=display:none&hidden&class=x&contacts=x', {}],
    ['names of properties', '?headingLevel=3&withoutExit', {}],
    ['the first of two', '?region=wales&region=england', { region: 'wales' }],
    ['options after a fragment', '#?region=wales', {}],
    ['some good, some not', '?region=scotland&theme=pink&compact&heading=x', { region: 'scotland', compact: '' }],
  ];
  for (const [what, query, attributes] of rows) it(what, () => expect(attributesOf(PAGE + query)).to.deep.equal(attributes));
});

describe('applyData', () => {
  const data = {
    'data-region': 'wales',
    'data-heading': 'Call me: 0900',
    'data-compact': '',
    'data-src': '/c.json',
    theme: 'dark',
    src: '/embed.js',
  };

  it('gives a panel what a placeholder asks for', () =>
    expect(given((panel) => applyData(panel, element('div', data)))).to.deep.equal({
      region: 'wales',
      heading: 'Call me: 0900',
      compact: '',
      src: '/c.json',
    }));

  it('leaves data-src on a script tag to consent tools', () =>
    expect(given((panel) => applyData(panel, element('script', data)))).to.deep.equal({
      region: 'wales',
      heading: 'Call me: 0900',
      compact: '',
    }));

  // Last: the page stays one where others may write.
  it('gives a panel of a placeholder that others may have written no more than a link may ask for', () => {
    scriptIsAt('https://partner.example/embed.js', '[data-untrusted-content]');
    expect(given((panel) => applyData(panel, element('div', data)))).to.deep.equal({ region: 'wales', compact: '' });
    expect(given((panel) => applyData(panel, element('script', data)))).to.deep.equal({
      region: 'wales',
      heading: 'Call me: 0900',
      compact: '',
    });
  });
});
