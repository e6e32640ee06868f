/**
 * The day of this release, in epoch milliseconds. A device whose clock shows an earlier time is
 * wrong, and a status computed from it would be too. Never set it in the future.
 */
export const RELEASED_AT = Date.UTC(2026, 10, 24);

/** Where the releases are published; the build puts the value of the environment's `BASE_URL` here. */
export const BASE_URL: string = 'https://report-stalker-panel.example/';
