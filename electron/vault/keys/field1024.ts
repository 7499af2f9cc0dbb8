/** Arithmetic in GF(2^10) with the primitive polynomial x^10 + x^3 + 1, for the check of the recovery code. */
const POLYNOMIAL = 0b100_0000_1001;
const ORDER = 1023;

const powers = new Uint16Array(ORDER * 2);
const logs = new Uint16Array(ORDER + 1);
for (let exponent = 0, value = 1; exponent < ORDER; exponent++) {
  powers[exponent] = value;
  powers[exponent + ORDER] = value;
  logs[value] = exponent;
  value <<= 1;
  if (value > ORDER) value ^= POLYNOMIAL;
}

export const addSymbols = (a: number, b: number): number => a ^ b;

/** The generator to the power of `exponent`, which is below 1023. */
export const powerOfTwo = (exponent: number): number => powers[exponent] ?? 0;

/** The exponent of a symbol that is not zero. */
export const logOf = (symbol: number): number => logs[symbol] ?? 0;

export function multiplySymbols(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : (powers[logOf(a) + logOf(b)] ?? 0);
}

export function divideSymbols(a: number, b: number): number {
  if (b === 0) throw new Error('division by zero');
  return a === 0 ? 0 : (powers[logOf(a) + ORDER - logOf(b)] ?? 0);
}
