/**
 * JSON as RFC 8785 writes it: keys in code-unit order, no spaces; the same facts always give the same bytes.
 * @throws Error for what has no one form in JSON: infinity, a date, bytes, half of a surrogate pair
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new Error('A text in canonical JSON must be well formed: no UTF-8 can hold half of a surrogate pair.')
    return JSON.stringify(value)
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('A number in canonical JSON must be finite.')
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (typeof value === 'object' && isPlain(value)) {
    const entries = Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, item]) => `${canonicalJson(key)}:${canonicalJson(item)}`).join(',')}}`
  }
  throw new Error(`Canonical JSON cannot hold a ${typeof value === 'object' ? value.constructor.name : typeof value}.`)
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value) as unknown
  return prototype === Object.prototype || prototype === null
}
