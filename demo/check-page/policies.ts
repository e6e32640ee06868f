import { asksForIntegrity, blockedBy, forbidsTrustedTypes, isStrictDynamic, isUnread, type Load } from '../content-policy.js';
import { hashesOf } from '../integrity.js';
import { finding, type Finding } from './finding.js';
import { SCRIPTS_TOKEN } from './frames.js';
import { allScripts, type Rule } from './page.js';
import { addressOf, documentOf, isDefine, isModule, resolve, TAG } from './tags.js';

export const policy: Rule = (page) => {
  const { scripts, elements, placeholders, frames, policies, url, isUrlKnown } = page;
  const load = (address: string, more: Partial<Load> = {}): Load => {
    const target = resolve(address, url)!;
    // Without the page's address, an address of the page's own is known by being relative.
    const isRelative = !/^([a-z][a-z\d+.-]*:)?\/\//i.test(address);
    return { url: target, isSelf: isUrlKnown ? target.origin === url.origin : isRelative, ...more };
  };
  const originOf = ({ url: target, isSelf }: Load) => (isSelf ? "'self'" : target.origin);
  const findings = policies.flatMap((rules) => {
    const found: Finding[] = [];
    for (const script of allScripts(page)) {
      const what = load(addressOf(script)!, { nonce: script.getAttribute('nonce'), integrity: script.getAttribute('integrity') });
      const directive = blockedBy(rules, ['script-src-elem', 'script-src', 'default-src'], what);
      if (directive)
        found.push(
          isStrictDynamic(rules)
            ? finding(
                'error',
                'csp-script',
                `The page’s policy (${directive}, with 'strict-dynamic') blocks the script.`,
                'Put the page’s nonce on the script tag.',
                script,
              )
            : finding(
                'error',
                'csp-script',
                `The page’s policy (${directive}) blocks the script.`,
                `${directive === 'default-src' ? 'Add a directive script-src: all that default-src allows, plus' : `Add to ${directive}:`} ${originOf(what)}`,
                script,
              ),
        );
    }
    // The modules leave Lit, and so its policy, to the page.
    for (const name of new Set(scripts.map((script) => (isDefine(script) ? 'lit-html' : TAG))))
      if (forbidsTrustedTypes(rules, name))
        found.push(
          finding(
            'error',
            'csp-trusted-types',
            'The page’s policy (trusted-types) forbids the script to draw the panel: the fallback content stays.',
            `Add to trusted-types: ${name}`,
          ),
        );
    if (rules.has('sandbox') && !rules.get('sandbox')!.includes(SCRIPTS_TOKEN))
      found.push(finding('error', 'csp-sandbox', 'The page’s policy (sandbox) forbids every script.', `Add to sandbox: ${SCRIPTS_TOKEN}`));
    for (const element of [...elements, ...placeholders]) {
      const src = documentOf(element);
      if (!src || !resolve(src, url)) continue;
      const directive = blockedBy(rules, ['connect-src', 'default-src'], load(src));
      if (directive)
        found.push(
          finding(
            'error',
            'csp-connect',
            `The page’s policy (${directive}) blocks your contact document; the built-in contacts are shown.`,
            `${directive === 'default-src' ? 'Add a directive connect-src: all that default-src allows, plus' : 'Add to connect-src:'} ${originOf(load(src))}`,
            element,
          ),
        );
    }
    for (const frame of frames) {
      const what = load(addressOf(frame)!);
      const directive = blockedBy(rules, ['frame-src', 'child-src', 'default-src'], what);
      if (directive)
        found.push(
          finding(
            'error',
            'csp-frame',
            `The page’s policy (${directive}) blocks the frame: visitors see an empty box.`,
            `${directive === 'default-src' ? 'Add a directive frame-src: all that default-src allows, plus' : `Add to ${directive}:`} ${originOf(what)}`,
            frame,
          ),
        );
    }
    return found;
  });
  return findings;
};

export const unreadPolicies: Rule = ({ misplacedPolicies, options: { headers = '' } }) => [
  ...misplacedPolicies.map((meta) =>
    finding(
      'note',
      'csp-misplaced',
      'A policy stands in the body of the page: browsers ignore it there.',
      'Move it into the head, then check again what it blocks.',
      meta,
    ),
  ),
  ...(isUnread(headers)
    ? [
        finding(
          'note',
          'csp-unread',
          'No policy was recognised in the headers.',
          'Paste the policy alone, or the line of the header as the browser’s developer tools show it.',
        ),
      ]
    : []),
];

export const integrityPolicy: Rule = (page) =>
  asksForIntegrity(page.options.headers ?? '')
    ? allScripts(page).flatMap((script) => {
        const isHashed = hashesOf(script.getAttribute('integrity') ?? '').length > 0;
        // On the page's own site too.
        if (isHashed && (script.hasAttribute('crossorigin') || isModule(script))) return [];
        return [
          finding(
            'error',
            'integrity-policy',
            `The page’s Integrity-Policy blocks the script, which has no ${isHashed ? 'crossorigin' : 'integrity'}.`,
            isHashed
              ? 'Add crossorigin="anonymous".'
              : 'Use the address of one release, with integrity and crossorigin, as the builder writes it; or take the word script out of the policy’s blocked-destinations.',
            script,
          ),
        ];
      })
    : [];
