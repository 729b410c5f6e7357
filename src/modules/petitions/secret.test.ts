import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hashSecret, normaliseSecret, secretFor, secretMatches, tokenFingerprint } from './secret.ts'

const key = Buffer.alloc(32, 7)
const ambiguous = /[ILOU]/

test('a secret has at least eighty bits: sixteen letters of thirty-two or more, none like another, all used alike', () => {
  const counts = new Map<string, number>()
  const secrets = Array.from({ length: 4_000 }, () => secretFor(key, 1, randomUUID()))
  for (const secret of secrets) {
    expect(secret).not.toMatch(ambiguous)
    for (const letter of secret.replaceAll('-', '')) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  }
  expect(new Set(secrets).size).toBe(secrets.length)
  expect(counts.size).toBe(32)
  const letters = secrets[0]!.replaceAll('-', '').length
  expect(letters * Math.log2(counts.size)).toBeGreaterThanOrEqual(80)
  // 2,500 of each are expected; six deviations are 300.
  for (const [letter, n] of counts) expect(Math.abs(n - 2_500), letter).toBeLessThan(300)
})

test('typed in any case, with any spaces and dashes, with O for 0 and I or L for 1, it is the same secret', () => {
  const spoken = fc.constantFrom('', ' ', '-', ' - ', '\t', '\u00a0')
  fc.assert(
    fc.property(fc.uuid(), fc.array(spoken, { minLength: 20, maxLength: 20 }), fc.infiniteStream(fc.boolean()), (token, gaps, coins) => {
      const secret = secretFor(key, 1, token)
      const bare = secret.replaceAll('-', '')
      const typed = [...bare]
        .map((letter, i) => {
          const [flip = false, other = false] = [...coins.take(2)]
          const alike = letter === '0' && flip ? 'O' : letter === '1' && flip ? (other ? 'I' : 'L') : letter
          return gaps[i] + (other ? alike.toLowerCase() : alike)
        })
        .join('')
      expect(normaliseSecret(typed)).toBe(bare)
      expect(secretMatches(typed, hashSecret(secret))).toBe(true)
    }),
  )
})

test('one letter more, less or other does not fit, and no text is too strange to be refused', () => {
  const secret = secretFor(key, 1, '018f3b4e-0000-7000-8000-000000000001')
  const hash = hashSecret(secret)
  for (const typed of [`${secret}0`, secret.slice(1), `Z${secret.slice(1)}`.replace(secret, 'x'), '', ' ', 'x'.repeat(100_000)])
    expect(secretMatches(typed, hash)).toBe(false)
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => !secretMatches(typed, hash)))
})

test('what is kept of a token is a uuid that is not the token, the same for the same token', () => {
  fc.assert(
    fc.property(fc.uuid(), (token) => {
      const kept = tokenFingerprint(token)
      expect(kept).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
      expect(kept).not.toBe(token)
      expect(tokenFingerprint(token.toUpperCase())).toBe(kept)
    }),
  )
})
