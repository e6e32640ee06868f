import { executeServerCommand } from '@web/test-runner-commands';

/** The recording of that name in test/spoken, empty if there is none; UPDATE=1 makes it `text` first. */
export const recorded = async (name: string, text: string): Promise<string> => {
  const answer = await executeServerCommand<{ text: string }, { name: string; text: string }>('recorded', { name, text });
  return answer.text;
};
