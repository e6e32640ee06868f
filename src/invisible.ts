/**
 * Control, format and private-use characters and lone surrogates: bidi overrides, zero-width
 * spaces, tags. The joiners of Indic and Persian script stay, and so does white space: callers turn
 * it into spaces where words are shown. A function, so that only a panel that has words to check pays
 * for the browser's character tables.
 */
export const invisible = (): RegExp => /(?![\t-\r\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;
