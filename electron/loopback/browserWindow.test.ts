import { describe, expect, it } from 'vitest';
import { browserArguments, findBrowser } from './browserWindow.ts';

const machine = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, ...installed: string[]) => ({
  platform,
  environment,
  isExecutable: (file: string) => installed.includes(file),
});

describe('finding a browser', () => {
  it('takes Chromium before Chrome before Edge on Linux', () => {
    const path = { PATH: '/usr/local/bin:/usr/bin' };
    expect(findBrowser(machine('linux', path, '/usr/bin/google-chrome', '/usr/bin/chromium'))).toBe(
      '/usr/bin/chromium',
    );
    expect(findBrowser(machine('linux', path, '/usr/bin/microsoft-edge'))).toBe('/usr/bin/microsoft-edge');
  });

  it('knows where Windows and macOS keep theirs', () => {
    const windows = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
    const edge = 'C:\\Program Files (x86)/Microsoft/Edge/Application/msedge.exe';
    expect(findBrowser(machine('win32', windows, edge))).toBe(edge);
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(findBrowser(machine('darwin', {}, chrome))).toBe(chrome);
  });

  it('takes the one that CHROMIUM names before all', () => {
    expect(findBrowser(machine('linux', { PATH: '/usr/bin', CHROMIUM: '/opt/c' }, '/opt/c', '/usr/bin/chromium'))).toBe(
      '/opt/c',
    );
  });

  it('finds none where none is', () => {
    expect(findBrowser(machine('linux', { PATH: '' }))).toBeNull();
  });
});

describe('how the window is started', () => {
  const usual = browserArguments('http://127.0.0.1:1/#t=x', '/data/browser', false);

  it.each([
    '--app=http://127.0.0.1:1/#t=x',
    '--user-data-dir=/data/browser',
    '--incognito',
    '--no-first-run',
    '--disable-sync',
    '--disable-extensions',
    '--disable-background-networking',
    '--disk-cache-size=1',
  ])('with %s', (argument) => expect(usual).toContain(argument));

  it('keeps the sandbox, except as root, where Chromium has none', () => {
    expect(usual).not.toContain('--no-sandbox');
    expect(browserArguments('x', 'y', true)).toContain('--no-sandbox');
  });

  it('switches off nothing that protects the page', () => {
    expect(usual.join(' ')).not.toMatch(/web-security|insecure|single-process|remote-debugging|certificate/);
  });
});
