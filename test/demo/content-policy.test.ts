import { expect } from '@open-wc/testing';
import { asksForIntegrity, isUnread, parsePolicies } from '../../demo/content-policy.js';

describe('policies in a text', () => {
  for (const [name, text, expected] of [
    ['nothing', ' \n', []],
    ['words', 'server: nginx', []],
    [
      'Apache, over several lines',
      `Header set Content-Security-Policy "img-src 'self'; \\\n  font-src a"`,
      [{ 'img-src': ["'self'"], 'font-src': ['a'] }],
    ],
    [
      'a folded header',
      "Content-Security-Policy: img-src 'self'\r\n  https://a.example;\r\n\tfont-src a\r\nServer: x",
      [{ 'img-src': ["'self'", 'https://a.example'], 'font-src': ['a'] }],
    ],
    [
      'YAML, folded',
      "headers:\n  Content-Security-Policy: >-\n    img-src 'self';\n    font-src a\n  Server: x",
      [{ 'img-src': ["'self'"], 'font-src': ['a'] }],
    ],
    ['YAML, kept in lines', "Content-Security-Policy: |\n  img-src 'self';\n  font-src a", [{ 'img-src': ["'self'"], 'font-src': ['a'] }]],
    [
      'YAML, in quotation marks',
      "Content-Security-Policy: 'img-src ''self'' a; font-src b'",
      [{ 'img-src': ["'self'", 'a'], 'font-src': ['b'] }],
    ],
    ['YAML, of headers in a list', "  - key: Content-Security-Policy\n    value: img-src 'self'", [{ 'img-src': ["'self'"] }]],
    ['IIS, the value first', `<add value="img-src 'self'" name="Content-Security-Policy" />`, [{ 'img-src': ["'self'"] }]],
    ['IIS, the value first, a policy that only reports', `<add value="img-src 'self'" name="Content-Security-Policy-Report-Only" />`, []],
    [
      'JSON, the value first',
      `[{ "value": "DENY", "key": "X-Frame-Options" }, { "value": "img-src a", "key": "Content-Security-Policy" }]`,
      [{ 'img-src': ['a'] }],
    ],
    [
      'a meta element, the value first',
      `<meta content="img-src 'self'" http-equiv="Content-Security-Policy">`,
      [{ 'img-src': ["'self'"] }],
    ],
    [
      'entities',
      '<add name="Content-Security-Policy" value="img-src &#39;self&#39; &apos;none&apos;" />',
      [{ 'img-src': ["'self'", "'none'"] }],
    ],
    [
      'PHP, in single quotation marks',
      String.raw`header('Content-Security-Policy: img-src \'self\' a');`,
      [{ 'img-src': ["'self'", 'a'] }],
    ],
    ['PHP, of parts', `header("Content-Security-Policy: img-src a; "\n  . "font-src b");`, [{ 'img-src': ['a'], 'font-src': ['b'] }]],
    ['Express', 'res.setHeader("Content-Security-Policy",\n  "img-src a; " + "font-src b");', [{ 'img-src': ['a'], 'font-src': ['b'] }]],
    [
      'a template of JavaScript',
      "res.set('Content-Security-Policy', `\n  img-src 'self';\n  font-src a\n`)",
      [{ 'img-src': ["'self'"], 'font-src': ['a'] }],
    ],
    ['Django', `response["Content-Security-Policy"] = "img-src 'self'"`, [{ 'img-src': ["'self'"] }]],
    ['Rails', `response.headers['Content-Security-Policy'] = "img-src 'self'"`, [{ 'img-src': ["'self'"] }]],
    ['Ruby and PHP, of a list', `'Content-Security-Policy' => "img-src 'self'",`, [{ 'img-src': ["'self'"] }]],
    ['a header before it', 'access-control-expose-headers: x\n  content-security-policy: img-src a\n  server: x', [{ 'img-src': ['a'] }]],
    [
      'a bare value',
      "default-src 'self'; script-src https://a.example",
      [{ 'default-src': ["'self'"], 'script-src': ['https://a.example'] }],
    ],
    ['the first of a name counts', 'img-src a; IMG-SRC b', [{ 'img-src': ['a'] }]],
    ['a header that carries two', 'Content-Security-Policy: img-src a, img-src b', [{ 'img-src': ['a'] }, { 'img-src': ['b'] }]],
    ['Apache', `Header always set Content-Security-Policy "img-src 'self'"`, [{ 'img-src': ["'self'"] }]],
    ['a meta element', `<meta http-equiv="Content-Security-Policy" content="img-src 'self'">`, [{ 'img-src': ["'self'"] }]],
    [
      'nginx, over several lines',
      `add_header Content-Security-Policy "\n  img-src 'self';\n  font-src a;\n" always;\nadd_header X-Frame-Options "DENY";`,
      [{ 'img-src': ["'self'"], 'font-src': ['a'] }],
    ],
    ['Vercel', `{ "headers": [{ "key": "Content-Security-Policy", "value": "img-src 'self'" }] }`, [{ 'img-src': ["'self'"] }]],
    ['Vercel, over several lines', `{\n  "key": "Content-Security-Policy",\n  "value": "img-src 'self'"\n}`, [{ 'img-src': ["'self'"] }]],
    ['Vercel, a policy that only reports', '{ "key": "Content-Security-Policy-Report-Only", "value": "img-src a" }', []],
    ['IIS', `<add name="Content-Security-Policy" value="img-src 'self'" />`, [{ 'img-src': ["'self'"] }]],
    ['PHP', `header("Content-Security-Policy: img-src 'self'");`, [{ 'img-src': ["'self'"] }]],
    ['JSON', '{ "Content-Security-Policy": "img-src a", "Server": "x" }', [{ 'img-src': ['a'] }]],
    ['a value on the next line', "Content-Security-Policy:\r\n  img-src 'self'\r\nServer: x", [{ 'img-src': ["'self'"] }]],
    ['a value on the next line, without a colon', 'content-security-policy\nimg-src a\nserver\nnginx', [{ 'img-src': ['a'] }]],
    ['a policy in quotation marks', `"img-src 'self'"`, [{ 'img-src': ["'self'"] }]],
    [
      'TOML',
      `[headers.values]\n  Content-Security-Policy = """\n    img-src 'self'; font-src a"""`,
      [{ 'img-src': ["'self'"], 'font-src': ['a'] }],
    ],
    ['a header that no browser knows any more', "X-Content-Security-Policy: img-src 'self'", []],
    [
      'its name in another header, before it',
      'access-control-expose-headers: Content-Security-Policy\ncontent-security-policy: img-src a',
      [{ 'img-src': ['a'] }],
    ],
    ['no value, and other headers', 'Content-Security-Policy:\nServer: x', []],
    ['other headers', 'server: nginx\ncache-control: no-store, max-age=0\nContent-Security-Policy: img-src a', [{ 'img-src': ['a'] }]],
  ] as const)
    it(name, () => {
      expect(parsePolicies(text).map((policy) => Object.fromEntries(policy))).to.deep.equal(expected);
    });
});

describe('policies in a text that cannot be read', () => {
  for (const text of [
    'Content-Security-Policy:\nServer: x',
    'add_header Content-Security-Policy $policy;',
    'helmet({ contentSecurityPolicy: { directives: { scriptSrc: [a] } } })',
    'header("Content-Security-Policy: " . $policy);',
  ])
    it(`are noticed: ${text}`, () => expect(isUnread(text)).to.equal(true));

  for (const text of [
    '',
    'server: nginx',
    "script-src 'self'",
    'Content-Security-Policy: img-src a',
    'Content-Security-Policy-Report-Only: img-src a',
  ])
    it(`are none: ${text}`, () => expect(isUnread(text)).to.equal(false));
});

describe('an integrity policy', () => {
  for (const [text, isAsking] of [
    ['Integrity-Policy: blocked-destinations=(script)', true],
    ['integrity-policy: sources=(inline), blocked-destinations=(style script), endpoints=(a)', true],
    ['add_header Integrity-Policy "blocked-destinations=(script)" always;', true],
    ['Integrity-Policy: blocked-destinations=(script), sources=()', false],
    ['Integrity-Policy: blocked-destinations=(style)', false],
    ['Integrity-Policy: blocked-destinations=("script")', false],
    ['Integrity-Policy: blocked-destinations=script', false],
    ['Integrity-Policy-Report-Only: blocked-destinations=(script)', false],
    ["Content-Security-Policy: script-src 'self'", false],
  ] as const)
    it(`${isAsking ? 'asks' : 'does not ask'} for hashes: ${text}`, () => expect(asksForIntegrity(text)).to.equal(isAsking));
});
