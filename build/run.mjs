// First thing that runs, in plain JavaScript that every Node understands: an old Node ends in a sentence, not in a crash.
const major = Number(process.versions.node.split('.')[0]);
const scripts = ['start', 'bundle', 'dist', 'test', 'checkTypes', 'screens', 'sbom'];
const name = process.argv[2];

if (major < 24) {
  console.error(
    `Samenspel heeft Node 24 nodig; dit is Node ${process.versions.node}. Draai eerst "npm ci" en start daarna met "npm start": ` +
      'dan wordt de meegeleverde Node gebruikt. Helpt dat niet, installeer dan Node 24 van nodejs.org.\n' +
      `Samenspel needs Node 24; this is Node ${process.versions.node}. Run "npm ci" first, then "npm start", which uses the Node that comes with it.`,
  );
  process.exit(1);
}
if (!scripts.includes(name)) {
  console.error(`node build/run.mjs ${scripts.join('|')}`);
  process.exit(1);
}
process.argv.splice(1, 2, new URL(`./${name}.ts`, import.meta.url).pathname);
await import(`./${name}.ts`);
