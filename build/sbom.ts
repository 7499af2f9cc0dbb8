/** `npm run sbom`: the bill of materials of this checkout, as it was built last, in out/sbom.cdx.json. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleAll } from './bundleAll.ts';
import { outFolder } from './bundleEntries.ts';
import { makeSbom } from './makeSbom.ts';

console.log(await bundleAll({ force: false }));
const bill = await makeSbom();
writeFileSync(join(outFolder, 'sbom.cdx.json'), `${JSON.stringify(bill, null, 2)}\n`);
const shipped = bill.components.filter(({ scope }) => scope === 'required').length;
console.log(`out/sbom.cdx.json: ${shipped} components that ship, ${bill.components.length} in all`);
