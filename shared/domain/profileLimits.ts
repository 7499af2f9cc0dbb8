/** How large a gemeenteprofiel may be. Apart, so that the documents need not know the profile itself. */

/** The whole file with two logos. */
export const MAX_PROFILE_CHARS = 1_000_000;
/** One picture. */
export const MAX_LOGO_BYTES = 200 * 1024;
