import { write } from '../page-tools.js';

/** Nobody wants to hear what is wrong with half a word. */
const PAUSE_IN_TYPING = 1000;
let pause: ReturnType<typeof setTimeout> | undefined;
let told: ReadonlySet<string> = new Set();

/**
 * Says the problems beside the fields, each once when it appears. The lines themselves change with
 * every key; read with their field, they are heard again only on coming back to it.
 */
export const tellProblems = (): void => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    const lines = [...document.querySelectorAll('.error:not([role])')].filter(({ textContent }) => textContent);
    // A field with a warning may still become an invalid one; the line of the colours has several things to say.
    const kindOf = ({ id, textContent }: Element) =>
      id === 'colour-problem' ? textContent : document.querySelector(`[aria-describedby~="${id}"]`)!.getAttribute('aria-invalid');
    const problems = new Map(lines.map((line) => [`${line.id} ${kindOf(line)}`, line.textContent]));
    const news = [...problems].flatMap(([problem, text]) => (told.has(problem) ? [] : [text]));
    if (news.length || !problems.size) write('problems-said', news.join(' '));
    told = new Set(problems.keys());
  }, PAUSE_IN_TYPING);
};
