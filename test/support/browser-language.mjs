// The language of every browser of the suite.

/**
 * Environment of a browser that speaks British English. Without it the language is the machine's,
 * and on a server that is `C`: Chromium then calls it "en-US@posix" and WebKit "C", which no Intl
 * function takes. (Our code has to survive that too; a test of its own says so.)
 */
export const ENGLISH = { LANG: 'en_GB.UTF-8', LANGUAGE: 'en_GB', LC_ALL: 'en_GB.UTF-8' };
