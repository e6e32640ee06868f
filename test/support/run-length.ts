import { executeServerCommand } from '@web/test-runner-commands';

/** Whether this run was asked, by LONG=1, to try many more cases. */
export async function isLongRun(): Promise<boolean> {
  const { long } = await executeServerCommand<{ long: boolean }, undefined>('is-long-run', undefined);
  return long;
}
