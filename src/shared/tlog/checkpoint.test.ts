import { describe, expect, test } from 'vitest'
import { formatCheckpoint, openCheckpoint, parseCheckpoint } from './checkpoint.ts'
import { cosign, cosignatureVerifier, cosignedAt, verifierOf } from './cosignature.ts'
import { BadSignature, formatNote, noteSigner, noteVerifier, parseNote, parseSignatures, signNote, verifyNote } from './note.ts'
import { keyTypes, MalformedNote, newSigningKey, parseVkey } from './vkey.ts'

/** The example of C2SP tlog-checkpoint and tlog-cosignature. */
const sofa = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n'
const sofaLog =
  '— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n'
const sofaWitness =
  '— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n'
/** A log of the tests of another implementation (torchwood), whose checkpoint is signed by this key. */
const sigsum = {
  origin: 'sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562',
  publicKey: 'ffdc2d4d98e4124d3feaf788c0c2f9abfd796083d1f0495437f302ec79cf100f',
  text: '1\nKgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n',
  signature: 'UgIom7fPZTqpxWWhyjWduBvTvGVqsokMbqTArsQilegKoFBJQjUFAmQ0+YeSPM3wfUQMFSzVnnNuWRTYrajXpNUbIQY=',
}
const root = new Uint8Array(32).fill(7)
const at = new Date('2026-11-26T15:30:00.900+07:00')

describe('a checkpoint', () => {
  test('is read and written as in the specification', () => {
    const checkpoint = parseCheckpoint(sofa)
    expect(checkpoint).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20852163, extensions: [] })
    expect(checkpoint.root).toHaveLength(32)
    expect(formatCheckpoint(checkpoint)).toBe(sofa)
  })

  test('may have further lines', () => {
    const text = formatCheckpoint({ origin: 'Moon Log', size: 0, root, extensions: ['6086d1a9', 'Waxing gibbous'] })
    expect(parseCheckpoint(text).extensions).toEqual(['6086d1a9', 'Waxing gibbous'])
    expect(formatCheckpoint(parseCheckpoint(text))).toBe(text)
  })

  const hash = 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='
  test.each([
    ['two lines', 'Log\n1\n'],
    ['no origin', `\n1\n${hash}\n`],
    ['no last line break', `Log\n1\n${hash}`],
    ['a word for its size', `Log\nbananas\n${hash}\n`],
    ['a size below zero', `Log\n-34\n${hash}\n`],
    ['a leading zero', `Log\n01\n${hash}\n`],
    ['a plus', `Log\n+1\n${hash}\n`],
    ['a size with an exponent', `Log\n1e3\n${hash}\n`],
    ['a size that nobody can count to', `Log\n3438945738945739845734895735\n${hash}\n`],
    ['a root that is no base64', "Log\n123\nThisIsn'tBase64\n"],
    ['a root that is no hash', 'Log\n123\nYmFuYW5hcw==\n'],
    ['a root in another form', `Log\n123\n${hash.replace('2I=', '2J=')}\n`],
    ['an empty line', `Log\n123\n${hash}\n\nx\n`],
    ['nothing', ''],
  ])('with %s is none', (_name, text) => {
    expect(() => parseCheckpoint(text)).toThrow(MalformedNote)
  })

  test('opens by the key of its log', () => {
    const key = newSigningKey('vidu.vn/so', keyTypes.note)
    const successor = newSigningKey('vidu.vn/so', keyTypes.note)
    const content = signNote(formatCheckpoint({ origin: 'vidu.vn/so', size: 3, root }), [noteSigner(key)])
    expect(openCheckpoint(content, [key.vkey]).checkpoint).toEqual({ origin: 'vidu.vn/so', size: 3, root, extensions: [] })
    expect(openCheckpoint(content, [successor.vkey, key.vkey]).signedBy).toHaveLength(1)
    expect(() => openCheckpoint(content, [successor.vkey])).toThrow(BadSignature)
    const other = newSigningKey('khac.vn/so', keyTypes.note)
    expect(() => openCheckpoint(signNote(parseNote(content).text, [noteSigner(other)]), [other.vkey])).toThrow(BadSignature)
  })

  test('of another implementation opens', () => {
    const vkey = parseVkeyOf(sigsum.origin, sigsum.publicKey)
    const content = `${sigsum.origin}\n${sigsum.text}\n— ${sigsum.origin} ${sigsum.signature}\n`
    expect(openCheckpoint(content, [vkey]).checkpoint.size).toBe(1)
    expect(() => openCheckpoint(content.replace('\n1\n', '\n2\n'), [vkey])).toThrow(BadSignature)
  })
})

function parseVkeyOf(name: string, hex: string) {
  const publicKey = Uint8Array.from(Buffer.from(hex, 'hex'))
  // The id at the head of the signature line is the key's: it must come out the same.
  const keyId = Buffer.from(sigsum.signature, 'base64').subarray(0, 4).toString('hex')
  return parseVkey(`${name}+${keyId}+${Buffer.concat([Buffer.of(keyTypes.note), publicKey]).toString('base64')}`)
}

describe('a cosignature', () => {
  test('of the specification tells its time', () => {
    const note = parseNote(`${sofa}\n${sofaLog}${sofaWitness}`)
    expect(cosignedAt(note.signatures[1]!)?.getTime()).toBe(1679315147_000)
    expect(cosignedAt(note.signatures[0]!)).toBeNull()
    expect(formatNote(note)).toBe(`${sofa}\n${sofaLog}${sofaWitness}`)
  })

  test('of another implementation tells its time', () => {
    const [line] = parseSignatures(
      '— w ZGhGuQAAAABm/qTPeyKXD+R2rzyQsxPiP8mXum7qq/iF0u4vanlqJyocWODBt97w9uL+8qT7S5gxEHWWOworDcFiEBYJXORmnFBOBA==\n',
    )
    expect(cosignedAt(line!)?.getTime()).toBe(1727964367_000)
  })

  test('holds for its checkpoint, time and key alone', () => {
    const key = newSigningKey('truong.vidu.vn/nhan-chung', keyTypes.cosignature)
    const text = formatCheckpoint({ origin: 'vidu.vn/so', size: 3, root, extensions: ['more'] })
    const signature = cosign(key, text, at)
    const { verify } = cosignatureVerifier(key.vkey)
    expect(cosignedAt(signature)).toEqual(new Date('2026-11-26T15:30:00+07:00'))
    expect(verify(text, signature.bytes)).toBe(true)
    expect(verify(text.replace('\n3\n', '\n4\n'), signature.bytes)).toBe(false)
    expect(verify(text.replace('more', 'less'), signature.bytes)).toBe(false)
    expect(cosignatureVerifier(newSigningKey('x', keyTypes.cosignature).vkey).verify(text, signature.bytes)).toBe(false)
    for (let byte = 0; byte < signature.bytes.length; byte++) {
      const changed = signature.bytes.slice()
      changed[byte]! ^= 1
      expect(verify(text, changed), String(byte)).toBe(false)
    }
    expect(verify(text, signature.bytes.subarray(8))).toBe(false)
  })

  test('and the signature of the log do not pass for one another', () => {
    const log = newSigningKey('vidu.vn/so', keyTypes.note)
    const witness = newSigningKey('truong.vidu.vn', keyTypes.cosignature)
    expect(() => cosign(log, sofa, at)).toThrow(/0x04/)
    expect(() => noteSigner(witness)).toThrow(/cosign/)
    expect(() => noteVerifier(witness.vkey)).toThrow(/cosignatureVerifier/)
    expect(() => cosignatureVerifier(log.vkey)).toThrow(/noteVerifier/)
  })

  test('stands in one note with the signature of the log', () => {
    const log = newSigningKey('vidu.vn/so', keyTypes.note)
    const witness = newSigningKey('truong.vidu.vn', keyTypes.cosignature)
    const text = formatCheckpoint({ origin: 'vidu.vn/so', size: 3, root })
    const signed = parseNote(signNote(text, [noteSigner(log)]))
    const note = parseNote(formatNote({ text, signatures: [...signed.signatures, cosign(witness, text, at)] }))
    expect(verifyNote(note, [log.vkey, witness.vkey].map(verifierOf))).toHaveLength(2)
  })
})
