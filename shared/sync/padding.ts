/**
 * Sizes leak content ("a two-word note"), so plaintexts are padded before encryption: to steps of 256 bytes up to
 * 4 KiB, above that Padmé (PURBs, Nikitin et al. 2019: at most 12 % overhead, O(log log n) bits leaked).
 */
export function paddedLength(length: number): number {
  if (length <= 4096) return Math.max(256, Math.ceil(length / 256) * 256);
  const exponent = Math.floor(Math.log2(length));
  const significantBits = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - significantBits);
  return Math.ceil(length / step) * step;
}
