/** A copy without a prototype: where an optional property is absent, nothing is found in a polluted `Object.prototype`. */
export const withoutPrototype = <Value extends object>(value: Value): Value => ({ __proto__: null, ...value });

/**
 * Whether an object itself has a property, whatever a polluted prototype has. `Object.hasOwn` is younger than the oldest
 * browsers that read the script.
 */
export const hasOwn = (object: object, key: PropertyKey): boolean => ({}).hasOwnProperty.call(object, key);
