/** The browser's own `URL`, even where the page has a variable of that name: all browsers call it `webkitURL` too. Node has only `URL`. */
export const NativeURL = globalThis.webkitURL ?? globalThis.URL;
