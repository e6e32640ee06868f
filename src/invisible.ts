/**
 * Control, format and private-use characters and lone surrogates: bidi overrides, zero-width
 * spaces, tags. The joiners of Indic and Persian script stay; white space becomes a space later. Made
 * where there are words to read: the browser's tables of characters cost a panel without any too much.
 */
export const invisible = (): RegExp => /(?![\t-\r\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
