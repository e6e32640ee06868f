/** One thing the host gave that could not be used, and what the panel did instead. */
export interface Problem {
  /** Stable, for tools: `bad-value`, `unknown-id`, `nested`, … */
  readonly code: string;
  /** One English sentence for the webmaster: what is wrong, what is expected, what was used. */
  readonly message: string;
  /** The attribute at fault, in kebab case. */
  readonly attribute?: string;
  /** JSON pointer into the contact data at fault. */
  readonly pointer?: string;
  /** What the panel uses instead. */
  readonly used?: string;
}
