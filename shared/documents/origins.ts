/**
 * The origin of every transaction on a document, so that an observer knows whether a change must be sent, saved
 * or only shown. `local`: an accessor on behalf of a person. `decision`: an accessor inside a logged command of
 * the vault. `remote`: an update of someone else. `load`: bytes from the own disk.
 */
export const ORIGINS = ['local', 'decision', 'remote', 'load'] as const;
export type Origin = (typeof ORIGINS)[number];
