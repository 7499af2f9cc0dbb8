/**
 * The one place where the vault gets its cryptography: libsodium, ready to use. Importing this module waits until the
 * library is loaded (about 10 ms), so that no caller can use it too early.
 */
import sodium from 'libsodium-wrappers-sumo';

await sodium.ready;

export { sodium };
