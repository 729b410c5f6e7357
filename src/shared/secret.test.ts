import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { hashSecret, normaliseSecret, secretFor, secretMatches } from './secret.ts'

const key = Buffer.alloc(32, 7)
const token = '018f3b4e-0000-7000-8000-000000000001'

test('the same filing has the same secret, whatever the case of its token', () => {
  expect(secretFor(key, 'petition', 1, token.toUpperCase())).toBe(secretFor(key, 'petition', 1, token))
})

test('another token, authority, feature or key gives another secret', () => {
  const secrets = [
    secretFor(key, 'petition', 1, token),
    secretFor(key, 'petition', 1, randomUUID()),
    secretFor(key, 'petition', 2, token),
    secretFor(key, 'appointment', 1, token),
    secretFor(Buffer.alloc(32, 8), 'petition', 1, token),
  ]
  expect(new Set(secrets).size).toBe(secrets.length)
})

test('a secret is twenty letters in fours, none of which is mistaken for another', () => {
  expect(secretFor(key, 'petition', 1, token)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
})

test('a secret fits as people type it, and no other fits', () => {
  const secret = secretFor(key, 'petition', 1, token)
  const hash = hashSecret(secret)
  const typed = ` ${secret.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
  expect(secretMatches(typed, hash)).toBe(true)
  expect(secretMatches(secretFor(key, 'petition', 2, token), hash)).toBe(false)
  expect(secretMatches('', hash)).toBe(false)
  expect(normaliseSecret('o i-l')).toBe('011')
})
