/* Reads content security policies, as far as the panel is concerned: what may be loaded, and Trusted Types. */

import { hashesOf } from './integrity.js';

/** Directive names in small letters, each with its sources as written. */
export type Policy = ReadonlyMap<string, readonly string[]>;

const CSP = 'content-security-policy';
/** A text in quotation marks; one within it is doubled, or behind a backslash. */
const QUOTED = /^(["'`])((?:\\[^]|\1\1|(?!\1)[^])*)\1/;
/** What ends with the line, and is not the next header. */
const LINE = /^(?![\w-]+:)[^"\r\n]+/;
/** How YAML begins a text on the next lines. */
const BLOCK = /^[>|][+-]?\s+/;

/** Brings together what servers' configurations break into lines or parts, or write with the value first. */
const joined = (text: string, name: string): string =>
  text
    .replace(/\\\r?\n/g, ' ')
    // TOML.
    .replaceAll('"""', '"')
    .replace(/(["'`])\s*[+.]\s*\1/g, '')
    .replace(
      new RegExp(
        String.raw`["']?(?:value|content)["']?\s*[:=]\s*("[^"]*"|'[^']*'),?\s*["']?(?:name|key|http-equiv)["']?\s*[:=]\s*["'](${name}(?:-report-only)?)["']`,
        'gi',
      ),
      '$2: $1',
    )
    // Lines that stand deeper go on with the one before.
    .replace(new RegExp(String.raw`^([ \t]*)(?=\S).*${name}.*(?:\r?\n\1[ \t]+\S.*)+`, 'gim'), (lines) =>
      lines.replace(/\s*[\r\n]+\s*/g, ' '),
    );

/** The values of a header, as tools print it or servers are configured, unless it only reports; `undefined` where it is not named. */
const valuesOf = (text: string, name: string): readonly string[] | undefined => {
  const whole = joined(text, name);
  // Its name, perhaps in quotation marks, perhaps at the beginning of a text in them; and what stands before the value,
  // perhaps on the next line.
  const named = new RegExp(
    String.raw`(["'\`]?)(?<![\w-])${name}(-report-only)?((?:["'\`]?\]?,?\s*(?:["']?(?:content|value)(?![\w-])["']?\s*)?(?:=>|[:=])?)\s*)`,
    'gi',
  );
  const headers = [...whole.matchAll(named)];
  return headers.length
    ? headers.flatMap(({ 0: all, 1: mark = '', 2: reports, 3: between = '', index }) => {
        const rest = whole.slice(index + all.length);
        const isWithin = mark !== '' && !between.startsWith(mark);
        const value = QUOTED.exec(isWithin ? mark + rest : rest)?.[2] ?? LINE.exec(rest.replace(BLOCK, ''))?.[0];
        return reports || value === undefined ? [] : value.replace(/\\(?=["'`])/g, '').replace(/''|&(?:#39|#x27|apos);/gi, "'");
      })
    : undefined;
};

/** What browsers know, if not all of it; a text without any is no policy. */
const DIRECTIVE =
  /^([a-z-]+-src(-elem|-attr)?|sandbox|base-uri|form-action|frame-ancestors|report-(uri|to)|(require-)?trusted-types(-for)?|upgrade-insecure-requests|block-all-mixed-content)$/;

const parsePolicy = (text: string): Policy => {
  const directives = new Map<string, readonly string[]>();
  for (const part of text.split(';')) {
    const [name, ...sources] = part.trim().split(/\s+/);
    // The first of a name counts.
    if (name && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return directives;
};

/**
 * The policies in a text: the bare value, response headers as tools print them, or a line of a
 * server's configuration. Policies that only report are left out: they block nothing.
 */
export const parsePolicies = (text: string): readonly Policy[] =>
  // Without a header's name, the whole is one policy, however it is broken into lines.
  (valuesOf(text, CSP) ?? [QUOTED.exec(text.trim())?.[2] ?? text])
    // A header may carry several.
    .flatMap((value) => value.split(','))
    .map(parsePolicy)
    .filter((policy) => [...policy.keys()].some((name) => DIRECTIVE.test(name)));

/** Whether a text speaks of a policy that blocks, in whatever language, and none can be read in it. */
export const isUnread = (text: string): boolean => /content.?security.?policy(?!.?report)/i.test(text) && !parsePolicies(text).length;

/** Whether an `Integrity-Policy` in a text keeps scripts without a hash from running. As in Chromium: no other spelling counts. */
export const asksForIntegrity = (text: string): boolean =>
  (valuesOf(text, 'integrity-policy') ?? []).some((value) => {
    const list = (key: string) => new RegExp(String.raw`(?:^|,)\s*${key}=\(([^)]*)\)`).exec(value)?.[1]?.trim().split(/\s+/);
    return list('blocked-destinations')?.includes('script') === true && list('sources')?.includes('inline') !== false;
  });

/** The sources that count for a kind of load, and the directive they come from. */
const sourcesFor = (policy: Policy, chain: readonly string[]): readonly [name: string, sources: readonly string[]] | undefined => {
  const name = chain.find((candidate) => policy.has(candidate));
  return name === undefined ? undefined : [name, policy.get(name)!];
};

export interface Load {
  readonly url: URL;
  /** Whether it is on the page's own origin. */
  readonly isSelf: boolean;
  readonly nonce?: string | null;
  readonly integrity?: string | null;
}

const matchesHost = (source: string, url: URL): boolean => {
  const [, scheme, host = '', port, path = ''] = /^(?:([a-z][a-z\d+.-]*):\/\/)?([^:/]+)(?::(\d+|\*))?(\/.*)?$/i.exec(source) ?? [];
  const schemeFits =
    !scheme || url.protocol === `${scheme.toLowerCase()}:` || (scheme.toLowerCase() === 'http' && url.protocol === 'https:');
  const name = host.toLowerCase();
  const hostFits = name.startsWith('*.') ? url.hostname.endsWith(name.slice(1)) : name === '*' || url.hostname === name;
  const portFits = port === '*' || (port ?? '') === url.port || (!url.port && port === (url.protocol === 'https:' ? '443' : '80'));
  const pathFits = path === '' || (path.endsWith('/') ? url.pathname.startsWith(path) : url.pathname === path);
  return schemeFits && hostFits && portFits && pathFits;
};

const matches = (source: string, { url, isSelf }: Load): boolean => {
  if (source === '*') return /^https?:$/.test(url.protocol);
  if (/^'self'$/i.test(source)) return isSelf;
  if (source.startsWith("'")) return false;
  if (/^[a-z][a-z\d+.-]*:$/i.test(source))
    return source.toLowerCase() === url.protocol || (/^http:$/i.test(source) && url.protocol === 'https:');
  return matchesHost(source, url);
};

/**
 * The directive that keeps something from loading.
 *
 * @param chain directives by precedence, `['script-src', 'default-src']`
 * @returns its name; `undefined` where the policy lets it load
 */
export const blockedBy = (policy: Policy, chain: readonly string[], load: Load): string | undefined => {
  const found = sourcesFor(policy, chain);
  if (!found) return undefined;
  const [name, sources] = found;
  // Of keywords and kinds capitals do not matter, but of nonces.
  const byNonce = Boolean(load.nonce) && sources.some((source) => /^'nonce-(.*)'$/i.exec(source)?.[1] === load.nonce);
  const hashes = hashesOf(load.integrity ?? '');
  const allowed = sources.flatMap((source) => hashesOf(/^'sha.*'$/i.test(source) ? `sha${source.slice(4, -1)}` : ''));
  const byHash = hashes.length > 0 && hashes.every((hash) => allowed.includes(hash));
  if (byNonce || byHash) return undefined;
  return !(chain.includes('script-src') && isStrictDynamic(policy)) && sources.some((source) => matches(source, load)) ? undefined : name;
};

/** Whether a script tag needs the page's nonce: hosts do not count there. */
export const isStrictDynamic = (policy: Policy): boolean =>
  (sourcesFor(policy, ['script-src-elem', 'script-src', 'default-src'])?.[1] ?? []).some((source) => /^'strict-dynamic'$/i.test(source));

/** Whether a Trusted Types policy of this name may not be created. */
export const forbidsTrustedTypes = (policy: Policy, name: string): boolean => {
  const names = policy.get('trusted-types');
  return names !== undefined && !names.includes(name) && !names.includes('*');
};
