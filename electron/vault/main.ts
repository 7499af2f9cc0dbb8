/**
 * Entry of the vault process, for both hosts. The version guard comes before everything else: under Node 20 the
 * database driver ends in a segmentation fault, so nothing that reaches it may be imported before.
 */
const OLDEST_NODE = 22;

if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
  process.send?.({ type: 'refused', reason: 'NODE_TOO_OLD' });
  process.exitCode = 1;
} else {
  const { hostChannelOf } = await import('./hostChannel.ts');
  const channel = hostChannelOf(process);
  if (channel === null) {
    process.stderr.write('The vault is started by its host; run `npm start`.\n');
    process.exitCode = 1;
  } else {
    const { runVaultProcess } = await import('./vaultProcess.ts');
    runVaultProcess(channel);
  }
}
