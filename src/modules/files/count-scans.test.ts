import sharp from 'sharp'
import { expect, test } from 'vitest'
import { manyScans, noisyPhoto, photoWithPlace } from '../../../tests/support/sample-files.ts'
import { countScans, MAX_SCANS } from './count-scans.ts'

test('an ordinary photo goes over its picture once, a progressive one about ten times', async () => {
  expect(countScans(await photoWithPlace())).toBe(1)
  const progressive = await sharp(await noisyPhoto(600, 400))
    .jpeg({ progressive: true })
    .toBuffer()
  expect(countScans(progressive)).toBeGreaterThan(5)
  expect(countScans(progressive)).toBeLessThan(20)
})

test('marks inside a segment, and what follows the end, are not counted', async () => {
  const photo = await photoWithPlace()
  const inside = Buffer.concat([photo.subarray(0, 2), Buffer.from([0xff, 0xe5, 0, 6, 0xff, 0xda, 0xff, 0xda]), photo.subarray(2)])
  expect(countScans(inside)).toBe(1)
  expect(countScans(Buffer.concat([photo, await photoWithPlace()]))).toBe(1)
})

test('a legal JPEG made of hundreds of passes is seen as such', async () => {
  const bomb = manyScans(64)
  expect(await sharp(bomb).jpeg().toBuffer()).toBeInstanceOf(Buffer)
  expect(countScans(bomb)).toBe(883)
  expect(MAX_SCANS).toBeLessThan(883)
})

test('any bytes are counted without a fault', () => {
  for (const hex of ['', 'ff', 'ffd8', 'ffd8ff', 'ffd8ffda', 'ffd8ffe00000', 'ffd8ffe0ffffff', 'ffffffff', '00000000']) {
    expect(countScans(Buffer.from(hex, 'hex'))).toBeLessThanOrEqual(1)
  }
})
