import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64, toBase64 } from './base64.ts'
import { FormatError } from './bytes.ts'
import { BadSignature, formatNote, noteSigner, noteVerifier, parseNote, parseSignatures, signNote, verifyNote } from './note.ts'
import { formatSigningKey, formatVkey, isKeyName, keyTypes, MalformedNote, newSigningKey, parseSigningKey, parseVkey } from './vkey.ts'

/** The example of the format's first implementation (golang.org/x/mod/sumdb/note): keys, text and signature. */
const peter = {
  vkey: 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW',
  secret: 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz',
  line: '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
}
const enoch = {
  vkey: 'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop',
  line: '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n',
}
const text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"

const verifierOf = (vkey: string) => noteVerifier(parseVkey(vkey))
const open = (content: string | Uint8Array, ...vkeys: string[]) => verifyNote(parseNote(content), vkeys.map(verifierOf))

describe('base64 has one form', () => {
  test('what is written is read again', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 9000 }), (bytes) => {
        const written = toBase64(bytes)
        expect(written).toBe(Buffer.from(bytes).toString('base64'))
        expect(fromBase64(written)).toEqual(bytes)
      }),
      { numRuns: 50 },
    )
  })

  test.each(['QQ', 'QQ=', 'QR==', ' QQ==', 'QQ==\n', 'Q Q==', 'QQ-_', '====', 'A'])('%j is refused', (wrong) => {
    expect(fromBase64(wrong)).toBeNull()
  })
})

describe('keys', () => {
  test('are written as they were read, public and secret', () => {
    expect(formatVkey(parseVkey(peter.vkey))).toBe(peter.vkey)
    expect(formatVkey(parseVkey(enoch.vkey))).toBe(enoch.vkey)
    expect(formatSigningKey(parseSigningKey(peter.secret))).toBe(peter.secret)
    expect(formatVkey(parseSigningKey(peter.secret).vkey)).toBe(peter.vkey)
  })

  test('of witnesses are of a kind of their own', () => {
    const vkey = 'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2'
    expect(parseVkey(vkey)).toMatchObject({ name: 'remora.n621.de', type: keyTypes.cosignature, keyId: 0xda77ade7 })
    expect(formatVkey(parseVkey(vkey))).toBe(vkey)
  })

  test.each([peter.vkey, peter.secret])('with one letter gone or changed are no keys: %s', (key) => {
    const parse = key.startsWith('PRIVATE') ? parseSigningKey : parseVkey
    for (let at = 0; at < key.length; at++) {
      expect(() => parse(key.slice(0, at)), key.slice(0, at)).toThrow(MalformedNote)
      expect(() => parse(key.slice(at + 1)), key.slice(at + 1)).toThrow(MalformedNote)
      const changed = key.slice(0, at) + String.fromCharCode(key.charCodeAt(at) + 1) + key.slice(at + 1)
      expect(() => parse(changed), changed).toThrow(MalformedNote)
    }
  })

  test.each([
    ['of the wrong length', 'PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY=='],
    ['of an unknown kind', 'PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'],
    ['without a key', 'PeterNeumann+c74f20a3'],
    ['with nothing in it', ''],
  ])('%s are refused', (_name, key) => {
    expect(() => parseVkey(key)).toThrow(MalformedNote)
  })

  test('no refusal of a secret key repeats it', () => {
    expect(() => parseSigningKey(peter.secret.replace('c74f20a3', 'c74f20a4'))).toThrow(/^(?!.*AYEK)/)
  })

  test.each(['', 'a b', 'a+b', 'a\u00a0b', 'a\u3000b', 'a\u0085b', 'a\nb', '\ud800'])('%j is no name', (name) => {
    expect(isKeyName(name)).toBe(false)
    expect(() => newSigningKey(name, keyTypes.note)).toThrow(MalformedNote)
  })

  test('a Vietnamese name is one', () => {
    expect(isKeyName('trường-thcs-tân-lập.vn/nhân-chứng')).toBe(true)
  })
})

describe('a signed note', () => {
  test('comes out byte for byte as the first implementation signs it', () => {
    expect(signNote(text, [noteSigner(parseSigningKey(peter.secret))])).toBe(`${text}\n${peter.line}`)
  })

  test('whose text is not ASCII, too', () => {
    const words = 'árvore de transparência 日本語 🌲\n'
    const signature = 'x08go++3OV7s/KeQz0gcxdTb0xCe6RGE+WqNgFmfn4c7Kh2Tj4rqMVeBKDYPti8V31GF/I1uTTEjjn8pxz1ai4qlEwM='
    expect(signNote(words, [noteSigner(parseSigningKey(peter.secret))])).toBe(`${words}\n— PeterNeumann ${signature}\n`)
  })

  test('opens by the keys that are known; a signature by another says nothing', () => {
    const content = `${text}\n${peter.line}${enoch.line}`
    expect(open(content, peter.vkey).map(({ name }) => name)).toEqual(['PeterNeumann'])
    expect(open(new TextEncoder().encode(content), peter.vkey, enoch.vkey).map(({ name }) => name)).toEqual(['PeterNeumann', 'EnochRoot'])
    expect(() => open(content)).toThrow(BadSignature)
    expect(formatNote(parseNote(content))).toBe(content)
  })

  test('with the wrong signature of a known key is refused as a whole', () => {
    const forged = peter.line.replace('x08go/ZJ', 'x08go/ZK')
    expect(() => open(`${text}\n${forged}${enoch.line}`, peter.vkey, enoch.vkey)).toThrow(BadSignature)
    expect(() => open(`${text}\n${forged}${enoch.line}`, enoch.vkey)).not.toThrow()
  })

  test('with another name or id over a right signature is one of an unknown key', () => {
    expect(() => open(`${text}\n${peter.line.replace('PeterNeumann', 'CarmenSandiego')}`, peter.vkey)).toThrow(BadSignature)
    expect(() => open(`${text}\n${peter.line.replace('x08g', 'xxxx')}`, peter.vkey)).toThrow(BadSignature)
  })

  test('keeps empty lines of its text', () => {
    const signer = noteSigner(newSigningKey('vidu.vn/so', keyTypes.note))
    const content = signNote('một\n\n\nhai\n', [signer])
    expect(parseNote(content).text).toBe('một\n\n\nhai\n')
  })

  test.each([
    ['no signature block', text],
    ['an empty signature block', `${text}\n`],
    ['no last line break', `${text}\n${peter.line.slice(0, -1)}`],
    ['a control character', `\u0001${text}\n${peter.line}`],
    ['a carriage return', `${text.replace('\n', '\r\n')}\n${peter.line}`],
    ['a tab', `\t${text}\n${peter.line}`],
    ['a name with a space', `${text}\n${peter.line.replace('PeterNeumann', 'Bad Name')}`],
    ['a line that is no signature', `${text}\n${peter.line}Unexpected line.\n`],
    ['a hyphen in place of the dash', `${text}\n${peter.line.replace('—', '-')}`],
    ['base64 in another form', `${text}\n${peter.line.replace('=\n', '==\n')}`],
    ['a signature without bytes', `${text}\n— PeterNeumann x08gow==\n`],
    ['too many signatures', `${text}\n${peter.line.repeat(101)}`],
  ])('with %s is none', (_name, content) => {
    expect(() => parseNote(content)).toThrow(MalformedNote)
  })

  test('that is not UTF-8 is none', () => {
    expect(() => parseNote(Uint8Array.of(0xff, ...new TextEncoder().encode(`${text}\n${peter.line}`)))).toThrow(FormatError)
  })

  test('takes sixteen signatures and more', () => {
    expect(parseSignatures(peter.line.repeat(100))).toHaveLength(100)
    expect(parseSignatures('')).toEqual([])
  })

  test('is not the same with any byte changed', () => {
    const content = new TextEncoder().encode(`${text}\n${peter.line}`)
    for (let at = 0; at < content.length; at++) {
      const changed = content.slice()
      changed[at]! ^= 0x04
      expect(() => open(changed, peter.vkey), String(at)).toThrow(/./)
    }
  })
})

test('the poem of the specification is well formed', () => {
  const poem = 'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n'
  const line =
    '— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n'
  const note = parseNote(`${poem}\n${line}`)
  expect(note.text).toBe(poem)
  expect(note.signatures).toMatchObject([{ name: 'quasimodo.example/salvatore', keyId: 0x367ba04b }])
})
