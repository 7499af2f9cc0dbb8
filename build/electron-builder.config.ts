/**
 * What is packed and how. Into the archive go the built shell, vault and screen and the packages that stay outside the
 * bundles; not the loopback host, the server, tests, source maps, the project's own Node, or native code for another
 * kind of machine. Native code lies beside the archive, because the system can load it only from a file.
 */
import { createRequire } from 'node:module';
import type { Configuration } from 'electron-builder';
import { afterPackFuses } from './afterPackFuses.ts';

const { version: electronVersion } = createRequire(import.meta.url)('electron/package.json') as { version: string };

export const builderConfiguration: Configuration = {
  appId: 'nl.samenspel.app',
  productName: 'Samenspel',
  copyright: 'EUPL-1.2',
  electronVersion,
  directories: { output: 'dist', buildResources: 'build' },
  files: [
    'package.json',
    'out/shell/**',
    'out/vault/**',
    'out/renderer/**',
    'out/licences.txt',
    '!**/*.map',
    '!**/*.test.*',
    '!**/node_modules/node-*-*/**',
    '!**/node_modules/better-sqlite3/{src,deps,binding.gyp}',
    '!**/node_modules/better-sqlite3/{src,deps}/**',
    // Literal for electron-builder, which fills in the machine that it packs for.
    '!**/node_modules/better-sqlite3/prebuilds/!(${platform}-${arch}).node',
    '!**/node_modules/yjs/{src,tests}/**',
  ],
  asar: true,
  asarUnpack: ['**/*.node'],
  // Everything native comes ready made inside its package.
  npmRebuild: false,
  nodeGypRebuild: false,
  removePackageScripts: true,
  electronLanguages: ['nl', 'en-US'],
  afterPack: afterPackFuses,
  publish: null,
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  linux: {
    target: ['deb', 'AppImage'],
    executableName: 'samenspel',
    category: 'Office',
    synopsis: 'Veldgereedschap voor wijkteams',
    description: 'Eén huishouden, één plan, één regisseur. Werkt zonder netwerk, versleuteld op de laptop.',
    maintainer: 'Samenspel <beheer@samenspel.example>',
    vendor: 'Samenspel',
  },
  deb: { packageCategory: 'misc', priority: 'optional' },
  win: { target: ['nsis'], requestedExecutionLevel: 'asInvoker' },
  nsis: {
    oneClick: false,
    perMachine: true,
    allowToChangeInstallationDirectory: false,
    // What people recorded is theirs: taking the program away never takes that along.
    deleteAppDataOnUninstall: false,
    installerLanguages: ['nl_NL'],
    language: '1043',
    shortcutName: 'Samenspel',
  },
};
