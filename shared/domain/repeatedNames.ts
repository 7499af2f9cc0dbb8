/**
 * Names that stand twice in one object of a JSON text. Reading it keeps the last and drops the other in silence: in a file
 * that a person edits by hand that is a mistake to be told.
 */

/** Dotted paths of the names that stand twice; `text` is JSON that reads. */
export function repeatedNames(text: string): readonly string[] {
  const found: string[] = [];
  const open: { readonly isObject: boolean; readonly names: Set<string>; at: string; count: number }[] = [];
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;
  let last = '';
  for (const [token] of text.matchAll(tokens)) {
    const here = open.at(-1);
    if (token === '{' || token === '[') open.push({ isObject: token === '{', names: new Set(), at: '', count: 0 });
    else if (token === '}' || token === ']') open.pop();
    else if (token === ',' && here !== undefined) here.count += 1;
    else if (token === ':' && here?.isObject) {
      const name = String(JSON.parse(last));
      here.at = name;
      if (here.names.has(name)) found.push(open.map(({ isObject, at, count }) => (isObject ? at : count)).join('.'));
      here.names.add(name);
    }
    last = token;
  }
  return found;
}
