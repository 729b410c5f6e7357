import { describe, expect, test } from 'vitest'
import { PollInput, VoteInput } from './fields.ts'
import { slugOf } from './slug.ts'

const right = {
  question: 'Đèn đường đã đủ sáng chưa?',
  options: ['Đủ', 'Chưa'],
  mostChoices: 1,
  opensOn: '2026-11-26',
  closesOn: '2026-11-30',
  whoVotes: 'everybody',
  resultsShown: 'always',
}
/** Field and code of each problem. */
function problemsWith(change: object): [string, string][] {
  const result = PollInput.safeParse({ ...right, ...change })
  if (result.success) return []
  return result.error.issues.map((issue) => [issue.path.join('.'), 'params' in issue ? String(issue.params?.['code']) : issue.code])
}
const many = (n: number) => Array.from({ length: n }, (_, i) => `Câu ${i + 1}`)

describe('a poll as it is written', () => {
  test('from a form: an answer a line, blank lines left out; from a program: a list', () => {
    const lines = PollInput.parse({ ...right, options: ' Đủ \r\n\r\nChưa\rKhông rõ\n', mostChoices: '2' })
    expect(lines).toMatchObject({ options: ['Đủ', 'Chưa', 'Không rõ'], mostChoices: 2 })
    expect(PollInput.parse({ ...right, mostChoices: undefined })).toMatchObject({ options: ['Đủ', 'Chưa'], mostChoices: 1 })
  })

  test.each<[string, object, [string, string][]]>([
    ['right', {}, []],
    ['one day', { closesOn: '2026-11-26' }, []],
    ['one answer', { options: ['Đủ'] }, [['options', 'too_few']]],
    ['twenty answers', { options: many(20) }, []],
    ['twenty-one', { options: many(21) }, [['options', 'too_many']]],
    ['the same answer in capitals', { options: ['Đủ', 'ĐỦ'] }, [['options', 'repeated']]],
    ['closed before it opens', { closesOn: '2026-11-25' }, [['closesOn', 'before_start']]],
    ['more choices than answers', { mostChoices: 3 }, [['mostChoices', 'too_big']]],
  ])('%s', (_what, change, problems) => {
    expect(problemsWith(change)).toEqual(problems)
  })

  test.each([
    ['question', ''],
    ['question', 'ă'.repeat(201)],
    ['mostChoices', '0'],
    ['mostChoices', 'x'],
    ['opensOn', '2026-02-30'],
    ['whoVotes', 'nobody'],
    ['resultsShown', ''],
    ['options', undefined],
  ])('a wrong %s (%s) is named', (field, value) => {
    expect(problemsWith({ [field]: value }).map(([name]) => name)).toContain(field)
  })
})

describe('a ballot as it is sent', () => {
  test.each<[unknown, number[]]>([
    [undefined, []],
    ['2', [2]],
    [2, [2]],
    [
      ['1', '3'],
      [1, 3],
    ],
    // What names no answer becomes 0: it is refused by its own sentence.
    ['x', [0]],
    ['', [0]],
    ['9999', [0]],
    [-1, [0]],
    [1.5, [0]],
  ])('%j is %j', (options, places) => {
    expect(VoteInput.parse({ options }).options).toEqual(places)
  })
})

describe('the address of a question', () => {
  test.each([
    ['Theo bạn thông tin nội dung của website thế nào', 'theo-ban-thong-tin-noi-dung-cua-website-the-nao'],
    ['  Đường Lý Thái Tổ: ngập?! ', 'duong-ly-thai-to-ngap'],
    ['Đường'.normalize('NFD'), 'duong'],
    ['???', 'tham-do'],
    ['một '.repeat(40), Array(15).fill('mot').join('-')],
  ])('%s', (question, slug) => {
    expect(slugOf(question)).toBe(slug)
    expect(slug.length).toBeLessThanOrEqual(60)
  })
})
