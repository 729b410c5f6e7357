/** A share or a rate with what chance alone would allow around it. */
export interface Interval {
  at: number
  low: number
  high: number
}

/** Of the normal distribution: 95 in a hundred intervals made so hold the true value. */
const Z = 1.959963984540054
const Z2 = Z * Z

/**
 * 95 % interval of a share (Wilson 1927, without continuity correction): holds for small numbers and for shares near 0 and 1.
 * Null for none of none.
 */
export function wilson(part: number, whole: number): Interval | null {
  if (whole <= 0) return null
  const share = part / whole
  const middle = share + Z2 / (2 * whole)
  const reach = Z * Math.sqrt((share * (1 - share) + Z2 / (4 * whole)) / whole)
  const scale = 1 + Z2 / whole
  return { at: share, low: Math.max(0, (middle - reach) / scale), high: Math.min(1, (middle + reach) / scale) }
}

/** 95 % interval of a count that comes by chance (Poisson, score method), per `base` of `size`: petitions per 1,000 residents. Null without a size. */
export function ratePer(count: number, size: number, base: number): Interval | null {
  if (size <= 0) return null
  const middle = count + Z2 / 2
  const reach = Z * Math.sqrt(count + Z2 / 4)
  const per = base / size
  return { at: count * per, low: Math.max(0, middle - reach) * per, high: (middle + reach) * per }
}
