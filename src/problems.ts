/** One thing the host gave that could not be used, and what the panel did instead. */
export interface Problem {
  /** Stable, for tools: `bad-value`, `unknown-id`, `nested`, … */
  readonly code: string;
  /** For the webmaster, in English: what is wrong, what is expected, what is used instead. */
  readonly message: string;
  /** The attribute at fault, in kebab case; `contacts` for that property, which has no attribute. */
  readonly attribute?: string;
  /** JSON pointer into the contact data at fault. */
  readonly pointer?: string;
  /** What the panel uses instead. */
  readonly used?: string;
}
