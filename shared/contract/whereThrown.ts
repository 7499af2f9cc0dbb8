/**
 * What a log may hold of a bug: the class of the error and the first place in our code. Never its message, which may
 * quote what somebody typed.
 */
export function whereThrown(thrown: unknown): { error: string; at: string } {
  if (!(thrown instanceof Error)) return { error: typeof thrown, at: '' };
  const frames = (thrown.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const at = frames
    .map((line) => /([\w.-]+\.[cm]?[jt]sx?:\d+):\d+\)?$/.exec(line)?.[1])
    .find((place) => place !== undefined);
  const detail = 'detail' in thrown && typeof thrown.detail === 'string' ? `:${thrown.detail.slice(0, 100)}` : '';
  return { error: `${/^\w{1,60}$/.test(thrown.name) ? thrown.name : 'Error'}${detail}`, at: at ?? '' };
}
