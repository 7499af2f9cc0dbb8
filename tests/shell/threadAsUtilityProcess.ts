/**
 * A utilityProcess for tests: the same file in a worker thread that finds a `process.parentPort` as in Electron, with
 * structured clones and real message ports between the two. It ends with `process.exit`, as the process would.
 */
import { EventEmitter } from 'node:events';
import { Worker, type MessagePort } from 'node:worker_threads';

/** What Electron gives to the file before it runs. */
const BOOTSTRAP = `
  const { parentPort, workerData } = require('node:worker_threads');
  const electronPort = (port) => ({
    on: (_event, listener) => port.on('message', (data) => listener({ data, ports: [] })),
    postMessage: (message) => port.postMessage(message),
    start: () => port.start(),
    close: () => port.close(),
  });
  process.parentPort = {
    on: (_event, listener) =>
      parentPort.on('message', ({ message, ports }) => listener({ data: message, ports: ports.map(electronPort) })),
    postMessage: (message) => parentPort.postMessage(message),
  };
  import(workerData);
`;

export function threadAsUtilityProcess(path: string): EventEmitter {
  const worker = new Worker(BOOTSTRAP, {
    eval: true,
    workerData: path,
    execArgv: [],
    stderr: true,
    env: { ...process.env },
  });
  const events = new EventEmitter();
  worker.on('message', (message) => events.emit('message', message));
  worker.on('error', () => events.emit('error', 'FatalError', '', ''));
  worker.on('exit', (code) => events.emit('exit', code));
  return Object.assign(events, {
    stderr: worker.stderr,
    postMessage: (message: unknown, ports: MessagePort[] = []) => worker.postMessage({ message, ports }, ports),
    kill: () => void worker.terminate(),
  });
}
