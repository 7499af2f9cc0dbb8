import { importBench } from './importBench.ts';
for (const f of await importBench(Number(process.argv[2]))) console.log(f.name, f.value.toFixed(2), f.unit);
