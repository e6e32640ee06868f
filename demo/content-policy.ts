/* Reads content security policies, as far as the panel is concerned: what may be loaded, and Trusted Types. */

/** Directive names in small letters, each with its sources as written. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/**
 * The header's name, and its value: in quotes, as servers are configured and over several lines there,
 * or up to the end of the line. It may begin on the next one, unless that is another header.
 */
const HEADER = /content-security-policy(-report-only)?["']?,?\s*(?:["']?(?:content|value)["']?\s*)?[:=]?(?:\s*"([^"]*)"|\s*(?![\w-]+:|\s)([^"\r\n]+))?/gi;

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
export const parsePolicies = (text: string): readonly Policy[] => {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim());
  const headers = [...text.matchAll(HEADER)];
  // Without a header's name, the whole is one policy, however it is broken into lines.
  const values = headers.length
    ? headers.flatMap((header) => (!header[1] ? (header[2] ?? header[3] ?? []) : []))
    : [lines.join(' ')];
  // A header may carry several.
  return values.flatMap((value) => value.split(',')).filter((value) => value.trim()).map(parsePolicy);
};

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
  const schemeFits = !scheme || url.protocol === `${scheme.toLowerCase()}:` || (scheme.toLowerCase() === 'http' && url.protocol === 'https:');
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
  if (/^[a-z][a-z\d+.-]*:$/i.test(source)) return source.toLowerCase() === url.protocol || (/^http:$/i.test(source) && url.protocol === 'https:');
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
  const byNonce = load.nonce ? sources.includes(`'nonce-${load.nonce}'`) : false;
  const hashes = load.integrity?.trim().split(/\s+/).filter(Boolean) ?? [];
  const byHash = hashes.length > 0 && hashes.every((hash) => sources.includes(`'${hash}'`));
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
