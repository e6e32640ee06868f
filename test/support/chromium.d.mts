import type { LaunchOptions } from 'puppeteer-core';

export function chromiumLaunchOptions(options?: { source?: 'npm' }): Promise<LaunchOptions>;
