/** A copy that finds nothing in a polluted prototype where an optional property is absent. */
export const bare = <Value extends object>(value: Value): Value => ({ __proto__: null, ...value });

/** Whether something has a property of its own: nothing comes from a polluted prototype. `Object.hasOwn` is younger than the oldest browsers that read the script. */
export const hasOwn = (object: object, key: PropertyKey): boolean => ({}).hasOwnProperty.call(object, key);
