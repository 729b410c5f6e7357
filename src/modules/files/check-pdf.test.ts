import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { pdf, pdfObjectStream } from '../../../tests/support/sample-files.ts'
import { checkPdf } from './check-pdf.ts'

const script = '8 0 obj\n<< /S /JavaScript /JS (app.alert\\(1\\)) >>\nendobj\n'

test('an ordinary paper is kept, also with compressed objects', () => {
  expect(checkPdf(pdf())).toBeNull()
  expect(checkPdf(pdf({ objects: pdfObjectStream('8 0 << /Type /Font /BaseFont /Arial >>') }))).toBeNull()
  expect(checkPdf(pdf({ catalog: '/OpenAction [3 0 R /Fit] /Lang (vi)' }))).toBeNull()
})

test('a name that only begins like a dangerous one is not refused', () => {
  expect(checkPdf(pdf({ catalog: '/LaunchPad true /XFAB 1 /EncryptMetadata false' }))).toBeNull()
})

test.each([
  ['a script', script],
  ['a script behind an escaped name', script.replace('/JavaScript', '/J#61va#53cript')],
  ['a script in a compressed object stream', pdfObjectStream(`8 0 ${script}`)],
  ['an escaped name in a compressed object stream', pdfObjectStream('8 0 << /S /J#61vaScript >>')],
  ['an object stream packed in another way', pdfObjectStream('8 0 <<>>', '/Filter /LZWDecode')],
  ['an object stream packed twice', pdfObjectStream('8 0 <<>>', '/Filter [/ASCIIHexDecode /FlateDecode]')],
  ['a program to start', '8 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj\n'],
  ['a hidden file', '8 0 obj\n<< /Type /EmbeddedFile >>\nendobj\n'],
  ['an object stream whose packing hides behind a false stream', pdfObjectStream('8 0 <<>>', '/Filter /LZWDecode /X (stream\n)')],
  [
    'an object stream whose packing hides behind a comment',
    pdfObjectStream('8 0 <<>>', `/Filter /LZWDecode %${'x'.repeat(9000)} 1 0 obj\n`),
  ],
  ['an object stream that says it is not packed', pdfObjectStream('8 0 <<>>', '')],
  ['an object stream with a predictor', pdfObjectStream('8 0 <<>>', '/Filter /FlateDecode /DecodeParms << /Predictor 12 >>')],
  ['a script between a false stream and its end', `8 0 obj\n<<>>\nstream\n${script}\nendstream\n`],
])('%s is refused', (_what, objects) => {
  expect(checkPdf(pdf({ objects }))).toBe('file_active_content')
})

test('active content in the catalog is refused', () => {
  expect(checkPdf(pdf({ catalog: '/Names << /EmbeddedFiles 9 0 R >>' }))).toBe('file_active_content')
  expect(checkPdf(pdf({ catalog: '/AcroForm << /XFA 9 0 R >>' }))).toBe('file_active_content')
})

test('a locked paper is refused by its own code', () => {
  expect(checkPdf(pdf({ trailer: '/Encrypt 9 0 R' }))).toBe('file_encrypted')
})

test('a paper cut short, a damaged object stream and bytes long after the end are damaged', () => {
  expect(checkPdf(pdf().subarray(0, -20))).toBe('file_damaged')
  expect(checkPdf(Buffer.from('%PDF-1.7\n'))).toBe('file_damaged')
  expect(checkPdf(pdf({ objects: '9 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\nnot packed\nendstream\nendobj\n' }))).toBe(
    'file_damaged',
  )
  expect(checkPdf(Buffer.concat([pdf(), Buffer.alloc(4096, 'PK')]))).toBe('file_damaged')
})

test('objects that unpack to far too much are refused, quickly', () => {
  const bomb = deflateSync(Buffer.alloc(80 * 1024 * 1024))
  const objects = Buffer.concat([
    Buffer.from('9 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\n'),
    bomb,
    Buffer.from('\nendstream\nendobj\n'),
  ])
  expect(checkPdf(pdf({ objects }))).toBe('file_damaged')
})

test('ten megabytes made to be slow are read in the time of an ordinary file', () => {
  const many = (piece: string) => pdf({ objects: `/ObjStm ${piece.repeat(Math.floor(10_000_000 / piece.length))}` })
  for (const piece of ['stream\n', '#4A', '/J#61vaScrip', 'endstream\n', '<<']) {
    const started = performance.now()
    checkPdf(many(piece))
    expect(performance.now() - started).toBeLessThan(3000)
  }
})

test('something before the header makes it another kind of file', () => {
  expect(checkPdf(Buffer.concat([Buffer.from('<html>\n'), pdf()]))).toBe('file_type_refused')
})
