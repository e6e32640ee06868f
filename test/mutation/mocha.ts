/** As much of mocha as the table tests need, so that a process starts in a tenth of a second. */
type Step = () => unknown;

const tests: { readonly title: string; readonly steps: readonly Step[] }[] = [];
let path: readonly string[] = [];
let before: readonly Step[] = [];
let after: readonly Step[] = [];

const mocha = {
  describe(title: string, body: () => void) {
    const outer = [path, before, after] as const;
    path = [...path, title];
    body();
    [path, before, after] = outer;
  },
  it(title: string, body: Step) {
    tests.push({ title: [...path, title].join(' › '), steps: [...before, body, ...after] });
  },
  beforeEach(step: Step) {
    before = [...before, step];
  },
  afterEach(step: Step) {
    after = [step, ...after];
  },
};
Object.assign(globalThis, mocha);

/** Runs what was registered, in order. The first failure ends it. */
export const runTests = async (): Promise<void> => {
  for (const { title, steps } of tests)
    try {
      for (const step of steps) await step();
    } catch (error) {
      throw new Error(title, { cause: error });
    }
};
