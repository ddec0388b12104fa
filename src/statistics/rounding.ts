/**
 * Rounds a quotient of two non-negative integers to a whole number, half up, without ever leaving the
 * integers: 1/200 is exactly 0,5 % and becomes 1, whatever the floating point would have said.
 * @param numerator integer ≥ 0
 * @param denominator integer > 0
 * @param scale what 1 counts as: 100 for percent
 * @throws RangeError when an argument is not such an integer
 */
export function roundQuotient(numerator: number, denominator: number, scale = 100): number {
  if (!Number.isSafeInteger(numerator) || numerator < 0) throw new RangeError(`numerator ${numerator}`);
  if (!Number.isSafeInteger(denominator) || denominator <= 0)
    throw new RangeError(`denominator ${denominator}`);
  const n = BigInt(numerator) * BigInt(scale) * 2n + BigInt(denominator);
  return Number(n / (2n * BigInt(denominator)));
}

/**
 * Rounds a decimal number half away from zero to `decimals` places, as the number is *written*:
 * 1.005 becomes 1.01, although the nearest double is a little less. Statistical offices round so.
 */
export function roundHalfUp(value: number, decimals = 0): number {
  if (!Number.isFinite(value)) throw new RangeError(`value ${value}`);
  const [mantissa, exponent = '0'] = String(Math.abs(value)).split('e');
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + decimals}`));
  const [m2, e2 = '0'] = String(shifted).split('e');
  const result = Number(`${m2}e${Number(e2) - decimals}`);
  return value < 0 && result !== 0 ? -result : result;
}
