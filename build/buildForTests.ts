/** Before integration and fault tests, also one that is run alone: some start the processes as they ship, from out/. */
import { bundleAll } from './bundleAll.ts';

export async function setup(): Promise<void> {
  await bundleAll({ force: false });
}
