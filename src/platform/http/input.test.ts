import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { InvalidInput } from '../../shared/errors.ts'
import { optionalText, requiredText } from '../../shared/fields.ts'
import { parseInput, problemSentences, refuseInput } from './input.ts'

const Schema = z.strictObject({
  name: requiredText({ max: 5 }),
  note: optionalText({ max: 5 }),
  count: z.int().min(1).max(3),
  kind: z.enum(['a', 'b']),
  list: z.array(z.string()).max(2),
  inner: z.strictObject({ name: z.string() }),
})
const right = { name: 'x', note: null, count: 1, kind: 'a', list: [], inner: { name: 'y' } }
const labels = { vi: { name: 'Tên', list: 'Danh sách' }, en: { name: 'Name', list: 'List' } }

function problems(raw: unknown) {
  try {
    parseInput(Schema, raw, labels)
  } catch (error) {
    if (error instanceof InvalidInput) return problemSentences('vi', error)
    throw error
  }
  return []
}

test('right input passes', () => {
  expect(problems(right)).toEqual([])
})

describe('each complaint of a schema has a stable code', () => {
  test.each<[object, string, string]>([
    [{ name: undefined }, 'name', 'required'],
    [{ name: null }, 'name', 'required'],
    [{ name: 7 }, 'name', 'invalid_type'],
    [{ name: 'xxxxxx' }, 'name', 'too_long'],
    [{ count: Number.NaN }, 'count', 'invalid_type'],
    [{ count: '1' }, 'count', 'invalid_type'],
    [{ count: 0 }, 'count', 'too_small'],
    [{ count: 4 }, 'count', 'too_big'],
    [{ kind: 'c' }, 'kind', 'invalid_choice'],
    [{ list: ['', '', ''] }, 'list', 'too_many'],
    [{ list: ['', 3] }, 'list.1', 'invalid_type'],
    [{ inner: { name: 'y', age: 3 } }, 'inner.age', 'unknown_field'],
    [{ inner: 'y' }, 'inner', 'invalid_type'],
  ])('%o: %s is %s', (change, field, code) => {
    expect(problems({ ...right, ...change })).toMatchObject([{ field, code }])
  })

  test('when the whole is wrong no field is blamed', () => {
    expect(problems([])).toEqual([{ field: '', code: 'invalid_type', detail: 'Nội dung gửi lên: sai kiểu dữ liệu.' }])
  })
})

describe('a field is called as the form calls it', () => {
  test('also inside another, and for one item of a list', () => {
    expect(problems({ ...right, inner: { name: 1 } })[0]!.detail).toMatch(/^Tên:/)
    expect(problems({ ...right, list: [1] })[0]!.detail).toMatch(/^Danh sách:/)
  })
  test('an unknown one by what was sent, however it is called', () => {
    for (const name of ['toString', 'constructor', '__proto__', 'valueOf', 'x.name'])
      expect(problems(JSON.parse(JSON.stringify(right).replace('{', `{"${name}":1,`)))).toMatchObject([
        { field: name, code: 'unknown_field', detail: `Không có mục tên “${name}” trong biểu mẫu này.` },
      ])
  })
  test('a field without a label by its name', () => {
    expect(() => refuseInput([{ field: 'hasOwnProperty', code: 'required' }], labels)).toThrow(InvalidInput)
    try {
      refuseInput([{ field: 'hasOwnProperty', code: 'required' }], labels)
    } catch (error) {
      expect(problemSentences('en', error as InvalidInput)[0]!.detail).toMatch(/^hasOwnProperty:/)
    }
  })
})
