import { startTag } from './tags.js';

/** `error`: visitors get less than the panel. `warning`: some do, or will. `note`: could be better. */
export type Severity = 'error' | 'warning' | 'note';

export interface Finding {
  /** Stable, for tests. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in one sentence. */
  readonly what: string;
  /** What to do about it. */
  readonly todo: string;
  /** The tag at fault, as it was read. */
  readonly where?: string;
}

export const finding = (severity: Severity, code: string, what: string, todo: string, element?: Element): Finding => ({
  code,
  severity,
  what,
  todo,
  ...(element && { where: startTag(element) }),
});
