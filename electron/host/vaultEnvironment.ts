/** What the operating system needs to start a process and find a temporary folder; nothing of ours. */
export function environmentForVault(): Record<string, string> {
  const names = ['PATH', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR', 'HOME', 'USERPROFILE', 'TZ', 'LANG'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
