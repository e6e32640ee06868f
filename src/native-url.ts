/** The browser's own `URL`, of which a page may have a variable: `webkitURL` is another name for it in all browsers. Node has the one. */
export const NativeURL = globalThis.webkitURL ?? globalThis.URL;
