import { expect, test } from 'vitest'
import { readText } from './read-text.ts'

const textsOf = (text: string) => readText(text).map((block) => (block.kind === 'paragraph' ? block.text : ''))

const broken = `UBND XÃ ĐỒNG TÂM            CỘNG HÒA XÃ HỘI
II. NHIỆM VỤ
1. Công an xã tuần tra ban đêm tại các thôn, phối hợp Ban Chỉ huy
Quân sự xã, hoàn thành trước ngày
30/6/2026.
- Phát quang các tuyến đường liên thôn, dọn vệ sinh
khu chợ.
2
Hội Phụ nữ xã vận động hội viên trồng hoa dọc các tuyến
đường; thực hiện thường xuyên

trong cả năm.`

test('lines that go on are joined; signs, headings, columns and empty lines part them; numbers of pages are left out', () => {
  expect(textsOf(broken)).toEqual([
    'UBND XÃ ĐỒNG TÂM            CỘNG HÒA XÃ HỘI',
    'II. NHIỆM VỤ',
    '1. Công an xã tuần tra ban đêm tại các thôn, phối hợp Ban Chỉ huy Quân sự xã, hoàn thành trước ngày 30/6/2026.',
    '- Phát quang các tuyến đường liên thôn, dọn vệ sinh khu chợ.',
    'Hội Phụ nữ xã vận động hội viên trồng hoa dọc các tuyến đường; thực hiện thường xuyên',
    '',
    'trong cả năm.',
  ])
})

test('a text whose lines are its paragraphs stays as it is', () => {
  const whole = 'Mục tiêu\ntrồng cây\nII. Nhiệm vụ\n1. Trồng 100 cây dọc đường làng\n2. Tổ chức họp dân\n3\nSơ kết.'
  expect(textsOf(whole)).toEqual(whole.split('\n'))
})
