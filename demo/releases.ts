/** A release of the script, for those who pin it. */
export interface Release {
  readonly version: string;
  /** The value of the `integrity` attribute for its `embed.js`. */
  readonly integrity: string;
  /** The same for its language packs, by name. */
  readonly packs?: Readonly<Record<string, string>>;
}

/** The releases that this build knows: the build puts its own here. Without one, nothing can be pinned. */
export const RELEASES: readonly Release[] = [];
