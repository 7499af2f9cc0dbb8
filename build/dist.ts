/**
 * `npm run dist [-- --windows | --linux] [--folder] [--electron-dist FOLDER]`: builds everything and packs it for this
 * kind of machine, or for the named one. The tools that make installers are fetched from GitHub; `--folder` stops before that.
 */
import { parseArgs } from 'node:util';
import { build, Platform } from 'electron-builder';
import { bundleAll } from './bundleAll.ts';
import { projectFolder } from './bundleEntries.ts';
import { builderConfiguration } from './electron-builder.config.ts';

const { values } = parseArgs({
  options: {
    windows: { type: 'boolean', default: false },
    linux: { type: 'boolean', default: false },
    folder: { type: 'boolean', default: false },
    'electron-dist': { type: 'string' },
  },
});
const platform = values.windows ? Platform.WINDOWS : values.linux ? Platform.LINUX : Platform.current();

console.log(await bundleAll({ force: true }));
try {
  const made = await build({
    projectDir: projectFolder,
    targets: platform.createTarget(values.folder ? 'dir' : null),
    config: {
      ...builderConfiguration,
      ...(values['electron-dist'] === undefined ? {} : { electronDist: values['electron-dist'] }),
    },
  });
  console.log(made.length === 0 ? 'dist: the app is in dist/' : `dist:\n${made.join('\n')}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(
    'dist: not made. Without network, or without GitHub, Electron and the installer tools cannot be fetched.',
  );
  process.exitCode = 1;
}
