import type { Browser, LaunchOptions } from 'puppeteer-core';

export const PATIENCE_MS: number;
export function launchBrowser(options: LaunchOptions): Promise<Browser>;
