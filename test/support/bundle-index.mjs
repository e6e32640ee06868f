// The library's door while dist/embed.js is under test: words reach the script as those of a page
// without modules do, by events that lang/own.js hears.

import '/dist/lang/own.js';

export * from '/dist/index.js';

export const registerMessages = (lang, messages) =>
  document.dispatchEvent(new CustomEvent('rsp-messages', { detail: { [lang]: messages } }));
