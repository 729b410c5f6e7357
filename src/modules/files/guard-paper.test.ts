import { describe, expect, test } from 'vitest'
import { docx, odt, pdf, xlsx, zipOf } from '../../../tests/support/sample-files.ts'
import { checkOffice } from './check-office.ts'
import { guardPaper } from './guard-paper.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const open = 'application/vnd.oasis.opendocument.text'
const typeOf = (bytes: Buffer) => {
  const found = checkOffice(bytes)
  return typeof found === 'string' ? found : found.mediaType
}
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

describe('what an office document is', () => {
  test.each<[string, Buffer, string]>([
    ['a Word document', docx(paragraph('Kế hoạch')), word],
    ['a workbook', xlsx('<sheet name="1"/>'), excel],
    ['an OpenDocument text', odt('<office:document-content/>'), open],
    ['one with Visual Basic', docx('', { 'word/vbaProject.bin': 'x' }), 'paper_active_content'],
    ['one with ActiveX', docx('', { 'word/activeX/activeX1.xml': 'x' }), 'paper_active_content'],
    ['one with an embedded program', docx('', { 'word/embeddings/oleObject1.bin': 'x' }), 'paper_active_content'],
    ['an OpenDocument with a script', odt('<x/>', { 'Basic/Standard/script-lb.xml': 'x' }), 'paper_active_content'],
    [
      'a document whose main part is a program',
      zipOf({ '[Content_Types].xml': '<x ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>' }),
      'paper_active_content',
    ],
    ['an OpenDocument with a password', odt('', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }), 'paper_encrypted'],
    ['any other ZIP', zipOf({ 'readme.txt': 'x' }), 'paper_type_refused'],
    ['a ZIP that was cut', docx(paragraph('x')).subarray(0, 200), 'file_damaged'],
    [
      'a ZIP whose directory lies',
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from('504b0506000000000100010010270000ffffff7f0000', 'hex')]),
      'file_damaged',
    ],
  ])('%s', (_name, bytes, is) => expect(typeOf(bytes)).toBe(is))
})

describe('what the guard sees in it', () => {
  test.each<[string, Buffer, Parameters<typeof guardPaper>[1], object[]]>([
    ['nothing', docx(paragraph('Kế hoạch số 37/KH-UBND ngày 9/2/2017')), word, []],
    ['tracked changes', docx('<w:p><w:ins w:id="1"><w:r/></w:ins><w:del w:id="2"/></w:p>'), word, [{ code: 'trackedChanges', count: 2 }]],
    ['hidden words', docx('<w:p><w:r><w:rPr><w:vanish/></w:rPr></w:r></w:p>'), word, [{ code: 'hiddenText', count: 1 }]],
    [
      'comments',
      docx('', { 'word/comments.xml': '<w:comments><w:comment w:id="0"/></w:comments>' }),
      word,
      [{ code: 'comments', count: 1 }],
    ],
    [
      'its authors',
      docx('', { 'docProps/core.xml': '<dc:creator>Hoa</dc:creator><cp:lastModifiedBy>Nam</cp:lastModifiedBy>' }),
      word,
      [{ code: 'authorNames', count: 2 }],
    ],
    [
      'a number that two runs share',
      docx('<w:p><w:r><w:t>090</w:t></w:r><w:r><w:t>0 000 001</w:t></w:r></w:p>'),
      word,
      [{ code: 'phone', count: 1 }],
    ],
    ['identity numbers', docx(paragraph('CCCD 070099001234')), word, [{ code: 'identity', count: 1 }]],
    [
      'hidden sheets, very hidden ones too',
      xlsx('<sheet name="a" state="hidden"/><sheet name="b" state="veryHidden"/>'),
      excel,
      [{ code: 'hiddenSheets', count: 2 }],
    ],
    [
      'hidden rows and columns',
      xlsx('<sheet name="a"/>', { 'xl/worksheets/sheet1.xml': '<col min="1" hidden="1"/><row r="2" hidden="1"/>' }),
      excel,
      [{ code: 'hiddenRows', count: 2 }],
    ],
    [
      'OpenDocument: changes, notes',
      odt('<text:changed-region/><office:annotation>x</office:annotation>'),
      open,
      [
        { code: 'trackedChanges', count: 1 },
        { code: 'comments', count: 1 },
      ],
    ],
    [
      'OpenDocument: hidden words',
      odt('<style:text-properties text:display="none"/><text:hidden-text/><text:hidden-paragraph/>'),
      open,
      [{ code: 'hiddenText', count: 3 }],
    ],
    ['a PDF: its words are left to the reader', pdf(), 'application/pdf', [{ code: 'textUnread', count: 1 }]],
    ['a picture drawn anew', Buffer.from('x'), 'image/jpeg', []],
  ])('%s', (_name, bytes, type, findings) => expect(guardPaper(bytes, type)).toEqual(findings))
})
