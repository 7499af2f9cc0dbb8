/**
 * A Chromium for tests: `CHROMIUM`, else one of the system, else the one of the @sparticuz/chromium package, which
 * brings its own libraries. Always with our own arguments: that package's list switches off web security.
 */
import { accessSync, constants } from 'node:fs';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
];

export const chromiumArguments: readonly string[] = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The executable; unpacks the package's browser once into the temporary folder when there is no other. */
export async function findChromium(): Promise<string> {
  const chosen = [process.env['CHROMIUM'] ?? '', ...SYSTEM].find(isExecutable);
  if (chosen !== undefined) return chosen;
  // Read at import: with it the package also unpacks the libraries that a bare machine lacks.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

function isExecutable(file: string): boolean {
  if (file === '') return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
