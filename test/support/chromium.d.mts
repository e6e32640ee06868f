import type { LaunchOptions } from 'puppeteer-core';

export const PATIENT: Pick<LaunchOptions, 'timeout' | 'protocolTimeout'>;

export function chromiumLaunchOptions(options?: { source?: 'npm' }): Promise<LaunchOptions>;
