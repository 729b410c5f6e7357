import { createHmac, timingSafeEqual } from 'node:crypto'

/** A form older than this says nothing about speed. */
const LONGEST_SECONDS = 24 * 3600

/** When a form was opened, signed: goes into the form as a hidden field. `purpose` ties it to one form. */
export function signOpening(appKey: Buffer, purpose: string, at: Date): string {
  const instant = String(at.getTime())
  return `${instant}.${signature(appKey, purpose, instant)}`
}

/** Seconds from opening to sending; null for a time that is not ours, of another form, or too long ago. */
export function secondsOpen(appKey: Buffer, purpose: string, signed: unknown, at: Date): number | null {
  const [instant = '', given = '', ...rest] = typeof signed === 'string' ? signed.split('.') : []
  if (!/^\d{1,15}$/.test(instant) || rest.length > 0) return null
  const [left, right] = [Buffer.from(given), Buffer.from(signature(appKey, purpose, instant))]
  if (left.length !== right.length || !timingSafeEqual(left, right)) return null
  const seconds = (at.getTime() - Number(instant)) / 1000
  return seconds >= 0 && seconds <= LONGEST_SECONDS ? seconds : null
}

function signature(appKey: Buffer, purpose: string, instant: string): string {
  return createHmac('sha256', appKey).update(`form-opened:${purpose}:${instant}`).digest('base64url').slice(0, 27)
}
