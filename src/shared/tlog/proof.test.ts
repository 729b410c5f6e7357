import { describe, expect, test } from 'vitest'
import { toBase64 } from './base64.ts'
import { formatProof, parseProof } from './proof.ts'

/** The example of C2SP tlog-proof, with base64 that is whole in place of its shortened one. */
const example = `c2sp.org/tlog-proof@v1
extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6
index 73894
gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=
RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=
AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=

example.com/fancylog
109482
sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=

— example.com/fancylog hI2DJw==
`

test('the example of the specification is read and written byte for byte', () => {
  const proof = parseProof(example)
  expect(proof.index).toBe(73_894)
  expect(proof.hashes).toHaveLength(5)
  expect(toBase64(proof.hashes[0]!)).toBe('gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=')
  expect(Buffer.from(proof.extra!).toString('latin1')).toContain('age-v1.2.1-darwin-arm64.tar.gz')
  expect(proof.checkpoint.split('\n')[0]).toBe('example.com/fancylog')
  expect(formatProof(proof)).toBe(example)
})

test('without extra and without hashes: the first entry of a log of one', () => {
  const proof = { extra: null, index: 0, hashes: [], checkpoint: 'x\n1\n' }
  expect(formatProof(proof)).toBe('c2sp.org/tlog-proof@v1\nindex 0\n\nx\n1\n')
  expect(parseProof(formatProof(proof))).toEqual(proof)
})

describe('what is not exactly the format is refused', () => {
  test.each([
    ['another version', example.replace('@v1', '@v2')],
    ['no index', example.replace(/index .*\n/, '')],
    ['a leading zero', example.replace('index 7', 'index 07')],
    ['a signed index', example.replace('index 7', 'index +7')],
    ['an index that is too large', example.replace('73894', '9007199254740993')],
    ['two spaces', example.replace('index ', 'index  ')],
    ['base64 with stray bits', example.replace('cdPlQ=', 'cdPlR=')],
    ['base64 of another kind', example.replace('//1U', '__1U')],
    ['a hash that is too short', example.replace('gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=', 'gSKyXoYZ')],
    ['carriage returns', example.replaceAll('\n', '\r\n')],
    ['extra after the index', example.replace(/(extra .*\n)(index .*\n)/, '$2$1')],
    ['no checkpoint', example.split('\n\n')[0]!],
    ['nothing', ''],
  ])('%s', (_what, text) => {
    expect(text).not.toBe(example)
    expect(() => parseProof(text)).toThrow()
  })
})
