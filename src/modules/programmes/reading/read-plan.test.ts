import { describe, expect, test } from 'vitest'
import { blindPlans, lastPlans, secondPlans } from '../../../../tests/support/plans/blind/index.ts'
import { testPlans } from '../../../../tests/support/plans/index.ts'
import { planFile } from '../../../../tests/support/plans/plan-file.ts'
import { scoreOf } from '../../../../tests/support/plans/score.ts'
import { zipOf } from '../../../../tests/support/sample-files.ts'
import { readDocx } from '../../../platform/office-text/read-docx.ts'
import { readText } from '../../../platform/office-text/read-text.ts'
import { sentencesOf } from '../../../platform/office-text/sentences.ts'
import { agenciesIn, agenciesOf } from './agencies.ts'
import { dueIn, dueOfCell } from './due.ts'
import { readPlan } from './read-plan.ts'

describe('twelve plans are read as a person reads them', () => {
  test.each(testPlans.map((plan) => [plan.name, plan] as const))('%s', (_, plan) => {
    const read = readPlan(readDocx(planFile(plan)))
    expect(read.document).toEqual(plan.head)
    expect(scoreOf(read.items, plan.items).faults).toEqual([])
  })
  test('there are twelve, and the score finds a wrong one', () => {
    expect(testPlans).toHaveLength(12)
    const plan = testPlans[0]!
    const read = readPlan(readDocx(planFile(plan)))
    const [first, ...rest] = read.items
    const wrong = scoreOf([{ ...first!, kind: 'measure', lead: null }, ...rest], plan.items)
    expect(wrong.faults.length).toBeGreaterThan(0)
    expect(wrong.right).toBeLessThan(wrong.wanted)
  })
})

test.each([
  ['six plans that were written without a look at the rules', blindPlans],
  ['two more', secondPlans],
  ['one for which no rule was changed', lastPlans],
])('%s: nine facts of ten', (_, plans) => {
  const scores = plans.map((plan) => {
    const { items, document } = readPlan(plan.pasted === undefined ? readDocx(planFile(plan)) : readText(plan.pasted))
    expect(document).toMatchObject(plan.head)
    return scoreOf(items, plan.items)
  })
  const sum = (what: 'right' | 'given' | 'wanted') => scores.reduce((all, score) => all + score[what], 0)
  expect(sum('right') / sum('given')).toBeGreaterThan(0.9)
  expect(sum('right') / sum('wanted')).toBeGreaterThan(0.9)
})

/** Letters and digits alone, so that bullets and spaces do not count. */
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

test.each(testPlans.map((plan) => [plan.name, plan] as const))('no sentence of the body is lost: %s', (_, plan) => {
  const read = readPlan(readDocx(planFile(plan)))
  const kept = letters(
    [
      ...read.items.map((item) => `${item.sentence.text} ${item.lead} ${item.partners.join()} ${item.due?.text}`),
      ...read.unread.map((part) => part.text),
    ].join(' '),
  )
  const paragraphs = plan.parts.flatMap((part) => (typeof part === 'string' ? [part] : 'list' in part && !part.bold ? [part.text] : []))
  const head = [plan.head.issuer, plan.head.number, plan.head.subject, 'KẾ HOẠCH'].map((text) => letters(text ?? ''))
  const lost = paragraphs.flatMap(sentencesOf).filter((sentence) => {
    const bare = letters(sentence.replace(/^(?:[IVX]+|\d+(?:\.\d+)*|[a-z])[.)]\s*|^[-+]\s*|^Điều \d+\.\s*/u, ''))
    const isHeading = sentence.length < 80 && !/[.;]$/.test(sentence)
    const isQualifier = /^-?\s*(?:Thời gian|Cơ quan|Đơn vị|Giao |Phòng giao dịch)/u.test(sentence)
    return (
      !kept.includes(bare) &&
      !isHeading &&
      !isQualifier &&
      !head.some((part) => part.includes(bare)) &&
      !/^\d+\. (?:Mục tiêu|Phòng Văn hóa)|^I\. Mục tiêu/u.test(sentence)
    )
  })
  expect(lost.filter((sentence) => !/ngày \d+ tháng \d+ năm \d+$|:$/u.test(sentence))).toEqual([])
})

test('addresses are those of the outline, and none is given twice', () => {
  const read = readPlan(readDocx(planFile(testPlans.find(({ name }) => name === 'công tác dân vận')!)))
  expect(read.items.map((item) => item.sentence.path)).toEqual([
    'I/1/-1',
    'I/1/-2',
    'I/2/-1',
    'I/2/-2',
    'II/1/-1',
    'II/1/-2',
    'II/2/-1',
    'II/2/-2',
    'III/1/-1',
    'III/1/-2',
    'III/2',
    'III/3',
  ])
  for (const plan of testPlans) {
    const paths = readPlan(readDocx(planFile(plan))).items.map((item) => item.sentence.path)
    expect(new Set(paths).size).toBe(paths.length)
  }
})

describe('due dates', () => {
  test.each<[string, string | undefined, string | undefined]>([
    ['hoàn thành trước ngày 30/6/2017', '2017-06-30', undefined],
    ['chậm nhất là ngày 15 tháng 5 năm 2026', '2026-05-15', undefined],
    ['báo cáo trước 14/12', '2017-12-14', undefined],
    ['trong quý II', '2017-06-30', undefined],
    ['Quý 3/2018', '2018-09-30', undefined],
    ['xong trong tháng 2/2024', '2024-02-29', undefined],
    ['6 tháng đầu năm 2018', '2018-06-30', undefined],
    ['đến hết năm 2020', '2020-12-31', undefined],
    ['từ ngày 1/3/2017 đến ngày 30/4/2017', '2017-04-30', undefined],
    ['trước ngày 15 hằng tháng', undefined, 'month'],
    ['hàng quý', undefined, 'quarter'],
    ['định kỳ 6 tháng, năm', undefined, 'half-year'],
    ['trước ngày 10/12 hằng năm', undefined, 'year'],
    ['thực hiện thường xuyên, liên tục', undefined, 'always'],
    ['chậm nhất 31 tháng 12 năm 2018', '2018-12-31', undefined],
    ['xong trước tháng 10/2018', '2018-09-30', undefined],
    ['trước quý I/2018', '2017-12-31', undefined],
    ['quý I, II/2018', '2018-06-30', undefined],
    ['trước ngày 15/6 và 15/12', '2017-12-15', undefined],
    ['trình trước ngày 30/5/2017, hoàn thành trong năm 2018', '2018-12-31', undefined],
    ['theo Đề án đến năm 2030, báo cáo trước ngày 01/12/2017', '2017-12-01', undefined],
    ['báo cáo quý, 6 tháng, năm', undefined, 'quarter'],
  ])('%s', (sentence, on, every) => {
    expect(dueIn(sentence, 2017)).toMatchObject({ ...(on ? { on } : {}), ...(every ? { every } : {}) })
  })
  test.each([
    'Kế hoạch số 37/KH-UBND ngày 9/2/2017',
    'đạt 95% trở lên',
    'trước ngày 31/2/2017',
    'Nghị quyết 76/NQ-CP',
    'xếp loại cuối năm',
    'chậm nhất 05 ngày làm việc',
  ])('no due date: %s', (sentence) => {
    expect(dueIn(sentence, 2017)).toBeNull()
  })
  test('a cell says it without any word before; what is no date stays as it stands', () => {
    expect(dueOfCell('12/2027', 2026)).toEqual({ text: '12/2027', on: '2027-12-31' })
    expect(dueOfCell('2026 - 2030', 2026)).toEqual({ text: '2026 - 2030', on: '2030-12-31' })
    expect(dueOfCell('Khi có văn bản mới', 2026)).toEqual({ text: 'Khi có văn bản mới' })
    expect(dueOfCell(' – ', 2026)).toBeNull()
  })
})

describe('agencies', () => {
  test.each<[string, string[]]>([
    ['Phòng Lao động, Thương binh và Xã hội', ['Phòng Lao động, Thương binh và Xã hội']],
    ['Phòng Nội vụ, Phòng Tư pháp và Thanh tra thị xã', ['Phòng Nội vụ', 'Phòng Tư pháp', 'Thanh tra thị xã']],
    ['Văn phòng HĐND và UBND, UBND các phường, xã', ['Văn phòng HĐND và UBND', 'UBND các phường, xã']],
    ['Ban Tiếp công dân; các phòng, ban', ['Ban Tiếp công dân', 'các phòng, ban']],
    ['Phòng Nội vụ\nCông an xã', ['Phòng Nội vụ', 'Công an xã']],
  ])('%s', (list, names) => {
    expect(agenciesOf(list)).toEqual(names)
  })
  test.each<[string, string | null, string[]]>([
    ['Giao Phòng Nội vụ chủ trì, phối hợp với Phòng Tư pháp tổ chức 02 lớp tập huấn.', 'Phòng Nội vụ', ['Phòng Tư pháp']],
    ['Mở 02 lớp tập huấn (Phòng Nội vụ chủ trì).', 'Phòng Nội vụ', []],
    ['Tổ chức học tập Nghị quyết.', null, []],
    ['Hội nghị sơ kết được tổ chức hằng năm.', null, []],
    ['Phối hợp chặt chẽ với Công an phường để bảo đảm trật tự.', null, ['Công an phường']],
    ['Ban quản lý chợ kiểm tra bình chữa cháy.', 'Ban quản lý chợ', []],
    ['Đề nghị Hội Cựu chiến binh xã và các đoàn thể vận động hội viên.', 'Hội Cựu chiến binh xã và các đoàn thể', []],
    ['Các hợp tác xã được hỗ trợ vay vốn.', null, []],
    ['Công an xã phối hợp Ban Chỉ huy Quân sự xã tuần tra ban đêm.', 'Công an xã', ['Ban Chỉ huy Quân sự xã']],
    ['Phòng Kinh tế, Hạ tầng và Đô thị chủ trì, Hội Nông dân xã phối hợp.', 'Phòng Kinh tế, Hạ tầng và Đô thị', ['Hội Nông dân xã']],
    ['Phát cây giống cho hộ nghèo (Trạm Khuyến nông tham mưu).', 'Trạm Khuyến nông', []],
  ])('%s', (sentence, lead, partners) => {
    expect(agenciesIn(sentence)).toEqual({ lead, partners })
  })
})

test('sentences end where they end', () => {
  expect(sentencesOf('Làm tại TP. Hồ Chí Minh. Xong trước 30.6. Sau đó báo cáo.Gửi UBND.')).toEqual([
    'Làm tại TP. Hồ Chí Minh.',
    'Xong trước 30.6.',
    'Sau đó báo cáo.',
    'Gửi UBND.',
  ])
})

describe('what is no plan is refused with a reason', () => {
  const document = (body: string) => zipOf({ 'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>` })
  test.each<[string, Buffer, string]>([
    ['no zip', Buffer.from('KẾ HOẠCH'), 'unknown-format'],
    ['another zip', zipOf({ 'xl/workbook.xml': '<x/>' }), 'unknown-format'],
    ['broken XML', zipOf({ 'word/document.xml': '<w:document><w:body>' }), 'damaged'],
    [
      'a document type',
      zipOf({ 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="w"><w:body/></w:document>' }),
      'damaged',
    ],
    ['a scan', document('<w:p><w:r><w:drawing/></w:r></w:p>'), 'scanned'],
    ['nothing', document('<w:p/>'), 'empty'],
  ])('%s', (_, bytes, code) => {
    expect(() => readDocx(bytes)).toThrow(expect.objectContaining({ code }))
  })
  test('pasted text', () => {
    expect(() => readText(' \n ')).toThrow(expect.objectContaining({ code: 'empty' }))
    expect(readPlan(readText('I. NHIỆM VỤ\n1. Trồng cây dọc đường làng trước ngày 19/5/2026.')).items).toMatchObject([
      { kind: 'task', due: { on: '2026-05-19' }, sentence: { path: 'I/1' } },
    ])
  })
  test('the two columns of a head, as plain text has them; a duty that begins with its basis is a duty', () => {
    const read = readPlan(
      readText(`ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HUYỆN BÙ ĐĂNG            Độc lập - Tự do - Hạnh phúc
Số: 58/KH-UBND           Bù Đăng, ngày 22 tháng 3 năm 2024

KẾ HOẠCH
Công tác dân vận chính quyền năm 2024

Căn cứ Kế hoạch số 45/KH-UBND của UBND tỉnh;
IV. TỔ CHỨC THỰC HIỆN
1. Các xã, thị trấn
- Căn cứ Kế hoạch này xây dựng kế hoạch của địa phương, gửi Phòng Nội vụ trước ngày 05/4/2024.`),
    )
    expect(read.document).toEqual({
      number: '58/KH-UBND',
      issuedOn: '2024-03-22',
      issuer: 'Ủy ban nhân dân huyện Bù Đăng',
      subject: 'Công tác dân vận chính quyền năm 2024',
    })
    expect(read.items).toMatchObject([{ kind: 'task', lead: 'Các xã, thị trấn', due: { on: '2024-04-05' } }])
    expect(read.unread).toMatchObject([{ because: 'basis' }])
  })
  test('deleted text of tracked changes is not read, inserted text is', () => {
    const bytes = document(
      '<w:p><w:r><w:t>I. NHIỆM VỤ</w:t></w:r></w:p><w:p><w:r><w:t>1. Trồng cây </w:t></w:r><w:del><w:r><w:delText>ven sông</w:delText></w:r></w:del><w:ins><w:r><w:t>dọc đường làng.</w:t></w:r></w:ins></w:p>',
    )
    expect(readPlan(readDocx(bytes)).items.map((item) => item.text)).toEqual(['Trồng cây dọc đường làng.'])
  })
})
