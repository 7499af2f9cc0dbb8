/** `backupDrill` as a process of its own, so that `npm run faults` can end it when its time is up: prints one line of JSON. */
import { backupDrill } from './backupDrill.ts';

const [households = '', notes = '', seed = ''] = process.argv.slice(2);
console.log(JSON.stringify(await backupDrill(Number(households), Number(notes), Number(seed))));
