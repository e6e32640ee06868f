import type { LaunchOptions } from 'puppeteer-core';

export function chromiumLaunchOptions(): Promise<LaunchOptions>;
