/** A PIN brings a hidden screen back. It never opens the disk, so four digits are enough; three wrong ones lock. */

/** What is wrong with this new PIN, or null. */
export function pinProblem(pin: string): string | null {
  if (!/^\d+$/.test(pin)) return 'Gebruik alleen cijfers.';
  if (pin.length < 4 || pin.length > 6) return 'Kies vier, vijf of zes cijfers.';
  const steps = new Set([...pin].slice(1).map((digit, index) => Number(digit) - Number(pin[index])));
  const step = [...steps][0];
  if (steps.size === 1 && (step === 0 || step === 1 || step === -1)) return 'Kies cijfers die niet op een rij staan.';
  return null;
}
