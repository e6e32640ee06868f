export function findInstalledChromium(): string | undefined;
export function findInstalledFirefox(): string | undefined;
export const INSTALL_HINTS: Readonly<Record<'firefox' | 'webkit', string>>;
