import { hashesOf, isWhole, strongestOf } from '../integrity.js';
import { packFor, PACKS } from '../language-packs.js';
import { finding, type Finding } from './finding.js';
import { allScripts, linksOutside, type Page, type Rule } from './page.js';
import { addressOf, hrefOf, isDefine, isModule, isRun, ownAddress, packOf, releaseOf, resolve, typeOf } from './tags.js';

/** Whether a version is that of one release; `1` is that of the evergreen address. */
const isPinned = (version: string | undefined): boolean => version?.includes('.') === true;

/** What is wrong with an integrity value, or cannot be told. */
const integrityFinding = (given: string, script: Element, { url, options }: Page): Finding | undefined => {
  const pack = packOf(script);
  const { version } = releaseOf(script, url);
  // Of `define.js` and the modules beside it there is none.
  const release = isDefine(script) ? undefined : options.releases.find((candidate) => candidate.version === version);
  const known = pack ? release?.packs?.[pack] : release?.integrity;
  const cure = known ? `Write integrity="${known}".` : 'Copy the value from the release’s integrity.json.';
  const hashes = hashesOf(given);
  if (!hashes.length)
    return finding(
      'error',
      'integrity-ignored',
      'The integrity value is no hash of a kind that browsers know: they ignore it, and nothing is protected.',
      cure,
      script,
    );
  const { kind, strongest } = strongestOf(hashes);
  if (!strongest.some(isWhole))
    return finding(
      'error',
      'integrity-malformed',
      `The integrity value is no whole ${kind} hash: browsers block the script.`,
      cure,
      script,
    );
  if (version && !isPinned(version))
    return finding(
      'error',
      'integrity-on-evergreen',
      'The evergreen script changes with every correction: the next one would be blocked by this integrity value.',
      'Remove integrity and crossorigin, or use the address of one release.',
      script,
    );
  if (!known?.startsWith(kind)) {
    const whose = version ? `release ${version}` : 'a script without a release in its address';
    const others = strongest.length < hashes.length ? '; of several hashes, those of the strongest kind alone count' : '';
    return finding(
      'note',
      'integrity-unknown',
      `This checker does not know the ${kind} hash of ${whose}${others}.`,
      known ? cure : 'Compare it with the release’s integrity.json.',
      script,
    );
  }
  if (hashesOf(known).some((hash) => strongest.includes(hash))) return undefined;
  return finding('error', 'integrity-wrong', `This is not the hash of release ${version}: browsers block the script.`, cure, script);
};

export const integrity: Rule = (page) =>
  allScripts(page).flatMap((script) => {
    const { url } = page;
    const given = script.getAttribute('integrity')?.trim();
    const { version } = releaseOf(script, url);
    if (!given)
      return isPinned(version) && !packOf(script)
        ? [
            finding(
              'note',
              'pinned',
              `The script is pinned to ${version}: corrected numbers and hours do not reach this page.`,
              'Use the evergreen address (/1/), or check each release and correct numbers with src.',
              script,
            ),
          ]
        : [];
    const found = integrityFinding(given, script, page);
    const findings = found ? [found] : [];
    const isElsewhere = resolve(addressOf(script)!, url)!.origin !== url.origin;
    // Without a hash there is nothing to check.
    if (hashesOf(given).length && isElsewhere && !script.hasAttribute('crossorigin') && !isModule(script))
      findings.push(
        finding(
          'error',
          'crossorigin-missing',
          'A script of another site with integrity needs crossorigin: without it, browsers block the script.',
          'Add crossorigin="anonymous".',
          script,
        ),
      );
    return findings;
  });

/** What people write who mean one of them. */
const LIKE_JAVASCRIPT = /^\s*((text|application)\/)?(x-)?(js|module|(java|ecma|j)?script)?[\d.]*\s*(;.*)?$/i;

/** What visitors get without a script. */
const lossOf = (script: Element): string =>
  packOf(script) ? 'the panel goes without the words in it' : 'visitors only see the fallback content';

export const scriptAttributes: Rule = (page) =>
  allScripts(page).flatMap((script) => {
    const findings: Finding[] = [];
    if (script.hasAttribute('nomodule') && !isModule(script))
      findings.push(
        finding(
          'error',
          'held-back',
          `nomodule holds the script back: no browser of today runs it, and ${lossOf(script)}.`,
          'Remove nomodule.',
          script,
        ),
      );
    else if (!isRun(script) && ownAddress(script) && LIKE_JAVASCRIPT.test(typeOf(script)))
      findings.push(
        finding(
          'error',
          'type',
          `Browsers know no script of the type "${typeOf(script)}" and do not run it: ${lossOf(script)}.`,
          'Remove type.',
          script,
        ),
      );
    else if (!isRun(script))
      findings.push(
        finding(
          'error',
          'held-back',
          `A consent tool or an optimiser holds the script back: until it lets go, ${lossOf(script)}.`,
          'Exempt the script in that tool: it stores nothing on the device, so it needs no cookie consent.',
          script,
        ),
      );
    if (!['async', 'defer'].some((name) => script.hasAttribute(name)) && !isModule(script))
      findings.push(finding('note', 'blocking', 'The page waits for the script before it shows what follows.', 'Add async.', script));
    if (script.getAttribute('referrerpolicy') !== 'no-referrer')
      findings.push(
        finding('note', 'referrer', 'The host of the script learns which website loads it.', 'Add referrerpolicy="no-referrer".', script),
      );
    return findings;
  });

/** A panel says what the page's own language or its own attribute says; most languages are a script of their own. */
export const languages: Rule = (page) => {
  const { scripts, packs, elements, placeholders, url } = page;
  if (!scripts.length) return [];
  const around = (element: Element) => element.closest('[lang]')?.getAttribute('lang') ?? undefined;
  const said = [
    ...elements.map((element) => [element, around(element)] as const),
    ...[...placeholders, ...scripts.filter((script) => !('defineOnly' in script.dataset))].map(
      (element) => [element, element.dataset['lang'] ?? around(element)] as const,
    ),
    ...linksOutside(page).map((link) => [link, resolve(hrefOf(link), url)!.searchParams.get('lang') ?? around(link)] as const),
  ];
  const missing = new Map(
    said.flatMap(([element, lang]) => {
      const pack = packFor(lang);
      return pack && !packs.some((script) => packOf(script) === pack) ? [[pack, element] as const] : [];
    }),
  );
  return [...missing].map(([pack, element]) =>
    finding(
      'warning',
      'language-missing',
      `The page has no words in ${PACKS[pack]!.name}: the panel is in English.`,
      `Add the script lang/${pack}.js, from where the panel’s script is, beside it; the builder writes its tag.`,
      element,
    ),
  );
};

export const copies: Rule = ({ scripts, url }) => {
  const addresses = new Set(scripts.map((script) => resolve(addressOf(script)!, url)!.href.replace(/[?#].*/, '')));
  if (addresses.size > 1)
    return [
      finding(
        'warning',
        'two-versions',
        `The page loads ${addresses.size} copies of the script: ${[...addresses].join(', ')}. Whichever arrives first serves the whole page.`,
        'Keep one address.',
      ),
    ];
  // A module runs once, however often it is named.
  const runs = new Set(
    scripts
      .filter((script) => !isDefine(script) && isRun(script))
      .map((script) => (isModule(script) ? resolve(addressOf(script)!, url)!.href : script)),
  );
  return runs.size > 1
    ? [
        finding(
          'warning',
          'repeated',
          'The script is loaded more than once: one script tag is enough for the whole page.',
          'Keep one. Where a further panel is to stand, paste the element without the script tag.',
          scripts[1],
        ),
      ]
    : [];
};
