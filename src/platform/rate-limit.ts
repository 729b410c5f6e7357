/** How quickly something may be repeated. */
export interface Bucket {
  burst: number
  perSecond: number
}

const buckets = new Map<string, { left: number; at: number }>()
/** Beyond this many callers the oldest are forgotten, so that memory stays small. */
const MOST = 20_000

/**
 * Takes one from the caller's bucket; false when it is empty. Kept in this process alone: it slows a flood down, and a
 * restart or a second process only lets a little more through. What must be counted exactly is counted in the database.
 */
export function allow(key: string, { burst, perSecond }: Bucket, now = Date.now()): boolean {
  const known = buckets.get(key) ?? { left: burst, at: now }
  const left = Math.min(burst, known.left + ((now - known.at) / 1000) * perSecond)
  buckets.delete(key)
  if (left < 1) {
    buckets.set(key, { left, at: now })
    return false
  }
  buckets.set(key, { left: left - 1, at: now })
  if (buckets.size > MOST) buckets.delete(buckets.keys().next().value!)
  return true
}
