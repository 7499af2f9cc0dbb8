/**
 * Words by which somebody could be found, in a text that must be about nobody: a telephone number, an address for e-mail,
 * a postcode with its letters, a street with a number, a birth date, a citizen service number, a surname after a title.
 * Asks too often rather than too seldom; a person decides.
 */
const STREET =
  'straat|laan|weg|plein|kade|dijk|hof|hofje|singel|gracht|pad|dreef|plantsoen|park|steeg|markt|dam|baan|ring|erf|hoek|veld|wal|weide|akker|kamp|oord|haven|brink|drift|burg|rade|meent|stede|donk|sloot|vaart|wijck|wijk';
const TRACES: readonly RegExp[] = [
  /[^\s@]+@[^\s@]+\.[^\s@,;]+/gu,
  /(?<!\p{N})[1-9]\d{3}(?: ?[A-Z]{2}|[a-z]{2}| (?!en|in|of|is|er|te|om|op|ze|we|je|al|nu|zo|na|ik|m2)[a-z]{2})(?!\p{L})/gu,
  new RegExp(`\\p{L}*(?:${STREET})\\s+\\d{1,4}(?:\\s?[a-zA-Z](?!\\p{L}))?(?!\\d)`, 'giu'),
  /(?<!\d)\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d{2}(?!\d)/gu,
  /(?<![\d-])(?:\+|00)?\d(?:[ ().-]{0,2}\d){7,13}(?!\d)/gu,
  /(?<!\p{L})(?:mevrouw|mevr\.?|mw\.?|meneer|mijnheer|dhr\.?|de heer|familie|fam\.?|gezin)\s+(?:\p{Lu}\.\s*)*(?:(?:[Vv]an|[Dd]er?|[Dd]en|[Hh]et|[Tt]en|[Tt]er|[Ee]l|[Aa]l)\s+)*\p{Lu}[\p{L}'’-]+/gu,
];
/** Two years, or a range of them, are no telephone number. */
const YEARS = /^(?:19|20)\d{2}\D+(?:19|20)\d{2}$/;

/** What was found, as it was written, each once. */
export function personTraces(text: string): readonly string[] {
  const found = TRACES.flatMap((trace) => [...text.matchAll(trace)].map(([written]) => written.trim()));
  const traces = [...new Set(found)].filter((written) => !YEARS.test(written));
  return traces.filter((one) => !traces.some((other) => other !== one && other.includes(one)));
}
