// Server half of `isLongRun()` in run-length.ts.

export function runLengthPlugin() {
  return {
    name: 'run-length',
    executeCommand({ command }) {
      return command === 'is-long-run' ? { long: process.env.LONG === '1' } : undefined;
    },
  };
}
