/*
 * Names what is wrong with the panel in the HTML of a page: each rule in `check-page/` knows some ways to go wrong.
 */

import { documentAddresses, http, reach } from './check-page/addresses.js';
import { fallbackContent, lostNumbers, smsLinks } from './check-page/fallback-content.js';
import type { Finding, Severity } from './check-page/finding.js';
import { framing, sandboxed } from './check-page/frames.js';
import { contrast, stickyTop } from './check-page/looks.js';
import { closing, curlyQuotes } from './check-page/markup.js';
import { attributesOf, parametersOf } from './check-page/options.js';
import { linksOutside, readPage, type CheckOptions, type Rule } from './check-page/page.js';
import { insertion, linkPlaces, nesting, severalForms, strangers } from './check-page/placement.js';
import { integrityPolicy, policy, unreadPolicies } from './check-page/policies.js';
import { asText, noHtml, nothingThere, scriptMissing } from './check-page/presence.js';
import { copies, integrity, languages, scriptAttributes } from './check-page/scripts.js';
import { speculationRules } from './check-page/speculation-rules.js';
import { documentOf } from './check-page/tags.js';
import { covered, hidden } from './check-page/visibility.js';

export type { CheckOptions, Finding, Severity };

export interface Report {
  /** How often each form was found, `script tag` and so on; empty when none was. */
  readonly found: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
  /** Addresses of contact documents that the page names: of them nothing is known. */
  readonly documents?: readonly string[];
}

/** The worst first. */
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

const RULES: readonly Rule[] = [
  noHtml,
  nothingThere,
  asText,
  curlyQuotes,
  closing,
  scriptMissing,
  fallbackContent,
  lostNumbers,
  smsLinks,
  nesting,
  severalForms,
  integrity,
  scriptAttributes,
  http,
  documentAddresses,
  reach,
  languages,
  copies,
  insertion,
  strangers,
  linkPlaces,
  hidden,
  covered,
  parametersOf,
  attributesOf,
  sandboxed,
  framing,
  policy,
  unreadPolicies,
  integrityPolicy,
  speculationRules,
  contrast,
  stickyTop,
];

/**
 * What is wrong with the panel in a page, the worst first.
 *
 * @param html the page's source, or a part of it
 */
export const checkPage = (html: string, options: CheckOptions): Report => {
  const page = readPage(html, options);
  const counts = {
    'script tag': page.scripts.length,
    'language pack': page.packs.length,
    element: page.elements.length,
    placeholder: page.placeholders.length,
    link: linksOutside(page).length,
    frame: page.frames.length,
  };
  const findings = RULES.flatMap((rule) => rule(page));
  const documents = new Set([...page.elements, ...page.placeholders].flatMap((element) => documentOf(element)?.trim() || []));
  return {
    found: Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    findings: SEVERITIES.flatMap((severity) => findings.filter((found) => found.severity === severity)),
    documents: [...documents],
  };
};
