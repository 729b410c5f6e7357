import { createHash, createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto'

/** Without I, L, O and U: read out on the phone, written by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LETTERS = 20

/**
 * The secret of whoever filed something, 100 bits, from the server's key and the filing's token: the same filing always has the
 * same secret, so that a lost reply can be given again although only a hash is kept.
 * @param matterType tells the secrets of different features apart: `petition`, `appointment`
 */
export function secretFor(appKey: Buffer, matterType: string, authorityId: number, clientToken: string): string {
  const bytes = createHmac('sha256', keyOf(appKey)).update(`${matterType}-secret:${authorityId}:${clientToken.toLowerCase()}`).digest()
  let letters = ''
  for (let i = 0; i < LETTERS; i++) letters += alphabet[bytes[i]! & 31]
  return spacedSecret(letters)
}

/** A key object is made once: making it takes five times as long as the code itself. */
const keys = new WeakMap<Buffer, KeyObject>()

function keyOf(appKey: Buffer): KeyObject {
  let key = keys.get(appKey)
  if (!key) {
    key = createSecretKey(appKey)
    keys.set(appKey, key)
  }
  return key
}

/** As it is shown, whatever way it was typed: in fours. */
export function spacedSecret(typed: string): string {
  return normaliseSecret(typed).replace(/(.{4})(?=.)/g, '$1-')
}

/**
 * What is kept of a filing's token, in the form of a uuid. Whoever has the token is given the secret again, so the token itself is
 * not kept: a copy of the database opens nothing.
 */
export function tokenFingerprint(clientToken: string): string {
  const hex = createHash('sha256').update(`token:${clientToken.toLowerCase()}`).digest('hex')
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** As people type it: any case, any spaces, O for 0, I or L for 1. */
export function normaliseSecret(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}

/** SHA-256 is enough: the secret has 100 random bits, there is nothing to guess. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(normaliseSecret(secret)).digest()
}

export function secretMatches(typed: string, hash: Buffer): boolean {
  return timingSafeEqual(hashSecret(typed), hash)
}
