/* Which colours of a theme owe each other contrast, and how a theme falls short of it. */

import { attempt } from '../src/attempt.js';
import { contrastRatio } from './contrast.js';
import type { Scheme, Theme } from './page-theme.js';

/** What the panel shows where a theme sets nothing; test/demo/check-page/colours.test.ts compares it with a panel. */
export const OWN_COLOURS = {
  '--rsp-color-text': { light: '#14213a', dark: '#eef2f8' },
  '--rsp-color-background': { light: '#fff', dark: '#131a27' },
  '--rsp-color-muted': { light: '#3f495f', dark: '#c3ccdb' },
  '--rsp-color-open': { light: '#06542c', dark: '#74d7a1' },
  '--rsp-color-maybe': { light: '#703c00', dark: '#ffc069' },
  '--rsp-color-danger': { light: '#9c121d', dark: '#931822' },
  '--rsp-color-on-danger': { light: '#fff', dark: '#fff' },
  '--rsp-color-button': { light: '#2b3447', dark: '#2b3447' },
  '--rsp-color-on-button': { light: '#fff', dark: '#fff' },
} as const;
type Name = keyof typeof OWN_COLOURS;

const PAIRS: readonly (readonly [text: Name, ground: Name, needed: number])[] = [
  ['--rsp-color-text', '--rsp-color-background', 7],
  ['--rsp-color-muted', '--rsp-color-background', 4.5],
  ['--rsp-color-open', '--rsp-color-background', 7],
  ['--rsp-color-maybe', '--rsp-color-background', 7],
  ['--rsp-color-on-danger', '--rsp-color-danger', 7],
  ['--rsp-color-on-button', '--rsp-color-button', 7],
];

/** Two colours that cannot be read on each other. */
export interface PoorPair {
  readonly text: Name;
  readonly ground: Name;
  readonly ratio: number;
  readonly needed: number;
  /** The one of the two that is the panel's own. */
  readonly own: Name | undefined;
  /** The scheme of that one, where the other scheme has another. */
  readonly scheme: Scheme | undefined;
}

/** The colour that a value has in a scheme. */
const inScheme = (value: string, scheme: Scheme): string => {
  const [, light, dark] = /^light-dark\(((?:[^,()]|\([^()]*\))+),((?:[^,()]|\([^()]*\))+)\)$/.exec(value) ?? [];
  return light && dark ? { light, dark }[scheme].trim() : value;
};

/** The pairs of a theme that cannot be read in a scheme. Of those that cannot be known it says nothing. */
export const poorPairs = (theme: Theme, scheme: Scheme): readonly PoorPair[] => {
  const colourOf = (name: Name): string => inScheme(theme.get(name) ?? OWN_COLOURS[name][scheme], scheme);
  return PAIRS.flatMap(([text, ground, needed]) => {
    const [own, other] = [text, ground].filter((name) => !theme.has(name));
    // Where a theme sets no colour for small print or a status, it is that of the text, which is measured.
    const isText = own === text && ground === '--rsp-color-background' && theme.has('--rsp-color-text');
    if (other || isText) return [];
    // A translucent ground lies on the panel's own.
    const ratio = attempt(() => contrastRatio(colourOf(text), colourOf(ground), OWN_COLOURS[ground][scheme]), needed);
    const isOfScheme = own !== undefined && OWN_COLOURS[own].light !== OWN_COLOURS[own].dark;
    return ratio < needed ? [{ text, ground, ratio, needed, own, scheme: isOfScheme ? scheme : undefined }] : [];
  });
};
