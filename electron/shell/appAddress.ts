/** The one origin that exists in this app. Node's URL gives no origin for schemes of our own, so it is compared in parts. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'samenspel';
export const APP_PAGE = `${APP_SCHEME}://${APP_HOST}/`;

/** True for an address of our own page or of one of its files. */
export function isAppAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  );
}

/** True for what a page of ours made in memory, such as a file to save. */
export function isAppBlob(address: string): boolean {
  return address.startsWith(`blob:${APP_PAGE}`);
}
