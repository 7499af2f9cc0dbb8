/** `npm run build [-- --force]`. */
import { bundleAll } from './bundleAll.ts';

console.log(await bundleAll({ force: process.argv.includes('--force') }));
