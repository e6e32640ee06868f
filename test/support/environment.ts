// What a component test can change about the browser around it. Works in every browser of the
// suite, or says that it can't.

import { executeServerCommand } from '@web/test-runner-commands';

export interface Emulation {
  media?: 'print' | 'screen';
  colorScheme?: 'light' | 'dark';
  contrast?: 'more' | 'less' | 'custom' | 'no-preference';
  forcedColors?: 'active' | 'none';
  reducedMotion?: 'reduce' | 'no-preference';
}

/**
 * Emulates media and preferences; each call replaces the last, `emulate({})` goes back to none.
 * False where the browser can't do it (Firefox, WebKit): have no such test there.
 *
 * Call `emulate({})` in `afterEach`: emulations outlive a test, though not its file.
 */
export async function emulate(emulation: Emulation): Promise<boolean> {
  const answer = await executeServerCommand<{ emulated: boolean }, Emulation>('emulate', emulation);
  return answer.emulated;
}

/**
 * Resizes the viewport. WebKit's window goes no narrower than its toolbar (some 450 px) and this
 * throws there: for less, put the panel in an iframe or a narrow container.
 */
export async function resize(width: number, height: number): Promise<void> {
  await executeServerCommand('resize', { width, height });
}

/** The size every test file starts with, in every browser. */
export const DEFAULT_SIZE = { width: 800, height: 600 } as const;
