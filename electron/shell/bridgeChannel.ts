/**
 * What preload and main process say: on one channel, both ways, `(link, bytes)`.
 *
 *   page  (link, null)    a new connection; the page has one at a time, a later one replaces it
 *   page  (link, bytes)   a message for the vault
 *   main  (link, bytes)   a message of the vault
 *   main  (link, null)    the vault let go of this connection
 *
 * `link` is a random number that the page makes per connection, so that nothing of an earlier connection, or of the
 * page before a reload, is taken for the present one.
 */
export const BRIDGE_CHANNEL = 'samenspel';
