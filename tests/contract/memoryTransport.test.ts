import { createMemoryTransportPair } from '../../shared/contract/memoryTransport.ts';
import { transportSuite } from './transportSuite.ts';

transportSuite('memory', async () => {
  const [screen, vault] = createMemoryTransportPair();
  return { screen, vault, dispose: async () => screen.close() };
});
