import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'
import { isGuessable } from './password-rules.ts'
import { generatePassword, hashPassword, isPassword, strongHashing } from './passwords.ts'
import { isUsername, normalUsername } from './username.ts'

test.each(['1234567890', 'Matkhau123', 'mật khẩu 12', 'aaaaaaaaaaaa', 'ababababab', 'hoa.hoa.hoa1', 'Password2026', 'anhyeuem@123'])(
  '%s is guessable',
  (password) => expect(isGuessable(password, 'hoa')).toBe(true),
)

test.each(['phuoc-long-2017', 'mưa đầu mùa Bà Rá', 'hoa giấy trước cổng xã', 'k7#pQ2!zw-X'])('%s is not guessable', (password) =>
  expect(isGuessable(password, 'hoa')).toBe(false),
)

test('a generated password is never guessable, and never the same', () => {
  const all = Array.from({ length: 1000 }, generatePassword)
  expect(new Set(all).size).toBe(1000)
  expect(all.filter((password) => isGuessable(password, 'hoa') || !/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/.test(password))).toEqual([])
})

test('passwords are kept as argon2id at the cost that OWASP asks for', async () => {
  const hashed = await hashPassword('phuoc-long-2017', strongHashing)
  expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await isPassword(hashed, 'phuoc-long-2017')).toBe(true)
  expect(await isPassword(hashed, 'phuoc-long-2018')).toBe(false)
  expect(await isPassword('not a hash', 'x')).toBe(false)
})

test.each([
  ['Hòa', 'hoa', true],
  [' ĐỨC.anh_1 ', 'duc.anh_1', true],
  ['ab', 'ab', false],
  ['_ab', '_ab', false],
  ['a b c', 'a b c', false],
])('the name %j is taken as %j', (typed, name, good) => {
  expect(normalUsername(typed)).toBe(name)
  expect(isUsername(name)).toBe(good)
})

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) coc_coc_browser/129 Chrome/123.0 Safari/537.36',
    'Cốc Cốc/Windows',
  ],
  ['Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 Zalo android/24', 'Zalo/Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1', 'Safari/iOS'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox/Linux'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/130 Safari/537 Edg/130', 'Edge/Windows'],
  ['<script>', '/'],
  [undefined, '/'],
])('the device of %j is %s', (agent, device) => expect(deviceOf(agent)).toBe(device))
