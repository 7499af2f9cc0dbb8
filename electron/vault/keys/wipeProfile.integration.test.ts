import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, linkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ProfileId } from '../../../shared/domain/ids.ts';
import { profileFolder } from './profileFolders.ts';
import { wipeProfile } from './wipeProfile.ts';

it('overwrites what wraps the key before it removes the vault, and leaves other vaults alone', () => {
  const data = mkdtempSync(join(tmpdir(), 'samenspel-wipe-'));
  const [gone, kept] = [ProfileId.parse('aa'.repeat(16)), ProfileId.parse('bb'.repeat(16))];
  for (const id of [gone, kept]) {
    mkdirSync(join(profileFolder(data, id), 'backups'), { recursive: true });
    for (const name of ['header.json', 'header.json.bak', 'vault.db', 'backups/one.db']) {
      writeFileSync(join(profileFolder(data, id), name), `secret of ${id}`);
    }
  }
  // A second name for the same bytes shows what happened to them.
  linkSync(join(profileFolder(data, gone), 'header.json'), join(data, 'same-bytes'));
  wipeProfile(data, gone);
  expect(existsSync(profileFolder(data, gone))).toBe(false);
  expect(readFileSync(join(data, 'same-bytes')).every((byte) => byte === 0)).toBe(true);
  expect(readFileSync(join(profileFolder(data, kept), 'header.json'), 'utf8')).toContain('secret');
  wipeProfile(data, gone);
  rmSync(data, { recursive: true });
});
