import { createHmac, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { quickMac } from './quick-mac.ts'

test('is HMAC-SHA256, byte for byte, whatever the key and the message', () => {
  for (let length = 0; length < 200; length++) {
    const key = randomBytes(length)
    const mac = quickMac(key)
    for (const message of ['', 'a', 'đơn', randomBytes(length).toString('base64url')]) {
      expect(mac(message)).toBe(createHmac('sha256', key).update(message).digest('base64url'))
    }
  }
})

test('refuses what it has no room for', () => {
  expect(() => quickMac(Buffer.alloc(32))('x'.repeat(513))).toThrow('too long')
})
