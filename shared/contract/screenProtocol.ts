/**
 * What a screen and the loopback host say over their WebSocket before and beside the contract. Text frames
 * are this protocol, binary frames are the contract's and are relayed as they are.
 *
 *   screen  {"hello": <token of the address, or resume token>}      first frame, within 10 s
 *   host    {"welcome": <resume token>}                              from here binary frames flow
 *
 * Everything else ends the connection with one of these codes.
 */
export const CLOSE = {
  /** The token is wrong, used, or older than 60 s. */
  REFUSED: 4001,
  /** Another window took over: one screen at a time. */
  REPLACED: 4002,
  /** The vault let go of this screen (locked, or it crashed); the same window may connect again. */
  VAULT_ENDED: 4003,
  /** The host stops. */
  HOST_ENDS: 4004,
} as const;

/** Where the WebSocket lives; the only upgrade that is accepted. */
export const SOCKET_PATH = '/screen';
