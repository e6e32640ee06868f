import { FakeTime } from './fake-time.js';

/** What a page hears when it is shown again, or the network is back. */
export const WAKES = [
  [window, 'pageshow'],
  [window, 'focus'],
  [window, 'online'],
  [document, 'visibilitychange'],
  [document, 'resume'],
] as const;

/** The clock of the test that runs. */
export let time: FakeTime;
/** What has been written to the console since the test began. */
export let warnings: string[];

/** For a test that begins at another instant than its suite: before it has a panel. */
export const beginAt = (now: string): void => {
  time.restore();
  time = new FakeTime(now);
};

/** For a suite: each of its tests begins at an instant, hears what is written to the console, and leaves no panel behind. */
export const stillPage = (now: string): void => {
  const { warn, error } = console;

  beforeEach(() => {
    time = new FakeTime(now);
    warnings = [];
    console.warn = (message: string) => void warnings.push(message);
    console.error = (message: string) => void warnings.push(message);
  });

  afterEach(() => {
    document.querySelectorAll('report-stalker-panel').forEach((panel) => panel.remove());
    time.restore();
    Object.assign(console, { warn, error });
  });
};
