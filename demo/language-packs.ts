import ar from '../src/lang/ar.js';
import bn from '../src/lang/bn.js';
import pa from '../src/lang/pa.js';
import pl from '../src/lang/pl.js';
import ro from '../src/lang/ro.js';
import ur from '../src/lang/ur.js';
import { shorterTag } from '../src/i18n/languages.js';
import type { LanguagePack } from '../src/i18n/messages.js';

/** Languages that come as a script of their own, `lang/pl.js`. None has been read by a fluent speaker yet. */
export const PACKS: Readonly<Record<string, { readonly name: string; readonly words: LanguagePack }>> = {
  ar: { name: 'Arabic', words: ar },
  bn: { name: 'Bengali', words: bn },
  pa: { name: 'Punjabi', words: pa },
  pl: { name: 'Polish', words: pl },
  ro: { name: 'Romanian', words: ro },
  ur: { name: 'Urdu', words: ur },
};

/** The pack for each tag that is in one; none where a pack says that it has no words for it. */
const byTag = new Map(
  Object.entries(PACKS).flatMap(([pack, { words }]) =>
    Object.entries(words).map(([tag, said]) => [tag.toLowerCase(), Object.keys(said).length ? pack : undefined] as const),
  ),
);

/** The pack that serves a BCP 47 tag, as the panel looks for it. */
export const packFor = (tag = ''): string | undefined => {
  const wanted = tag.trim().toLowerCase();
  if (byTag.has(wanted)) return byTag.get(wanted);
  const shorter = shorterTag(wanted);
  return shorter === wanted ? undefined : packFor(shorter);
};

/** Whether a text is a language tag at all. */
export const isLanguageTag = (text: string): boolean => {
  try {
    return Intl.getCanonicalLocales(text).length > 0;
  } catch {
    return false;
  }
};
