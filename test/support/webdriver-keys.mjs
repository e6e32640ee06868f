// Names of keys, as tests write them, to the characters that WebDriver uses for them
// (https://www.w3.org/TR/webdriver2/#keyboard-actions).

const KEYS = {
  Alt: '\uE00A',
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Control: '\uE009',
  Delete: '\uE017',
  End: '\uE010',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  PageDown: '\uE00F',
  PageUp: '\uE00E',
  Shift: '\uE008',
  ShiftLeft: '\uE008',
  ShiftRight: '\uE050',
  Space: ' ',
  Tab: '\uE004',
};

/** A name that is neither listed nor one character is a typing mistake in a test. */
export function webDriverKeys(names) {
  return names.map((name) => {
    const key = KEYS[name] ?? ([...name].length === 1 ? name : undefined);
    if (key === undefined) throw new Error(`WebDriver has no key called ${name}.`);
    return key;
  });
}
