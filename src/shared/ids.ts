import { createHash, randomUUID } from 'node:crypto'

/** UUID version 7: random, and near in the index to what was made at the same time. */
export function newId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, '0')
  // Everything behind the version of a random UUID is random already; Node keeps randomness ready for it.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isUuid(text: string): boolean {
  return uuidForm.test(text)
}

/** The same UUID (version 8) for the same name: for a matter of which every authority has one. */
export function namedId(name: string): string {
  const hex = createHash('sha256').update(`congdan:${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
