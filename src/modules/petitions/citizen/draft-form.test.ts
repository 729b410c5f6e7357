import { expect, test } from 'vitest'
import { InvalidInput } from '../../../shared/errors.ts'
import { type DraftForm, keepable, readForm, takeForm } from './draft-form.ts'

const token = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const hamlet = '0199a000-0000-7000-8000-000000000001'
const right: DraftForm = { kind: 'feedback', subject: 'Việc', body: 'Kể', name: 'Na', publish: 'no' }

function problems(form: DraftForm): [string, string][] {
  try {
    readForm(form, token, new Set([hamlet]))
    return []
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    return error.problems.map(({ field, code }) => [field, code])
  }
}

test('the fewest answers are enough', () => {
  expect(readForm(right, token, new Set()).input).toEqual({
    kind: 'feedback',
    subject: 'Việc',
    body: 'Kể',
    hamlet: null,
    location: null,
    publish: false,
    clientToken: token,
    filer: { name: 'Na', phone: null, email: null, address: null, identityNumber: null },
  })
})

test('a place stands for the hamlet where none was chosen, and beside it where one was', () => {
  expect(readForm({ ...right, place: 'Chợ' }, token, new Set())).toMatchObject({ input: { hamlet: 'Chợ' }, place: null })
  expect(readForm({ ...right, place: 'Chợ', hamlet }, token, new Set([hamlet]))).toMatchObject({ input: { hamlet }, place: 'Chợ' })
})

test('degrees are taken with a comma or a point, in pairs', () => {
  expect(readForm({ ...right, lat: ' 11,83 ', lon: '106.99' }, token, new Set()).input.location).toEqual({ lat: 11.83, lon: 106.99 })
  expect(problems({ ...right, lat: '11,8' })).toEqual([['lon', 'required']])
  expect(problems({ ...right, lat: '1e3', lon: 'NaN' })).toEqual([
    ['lat', 'invalid_value'],
    ['lon', 'invalid_value'],
  ])
})

test('every wrong field is named once, in the order of the form', () => {
  expect(problems({ hamlet: 'x', phone: 'không có' })).toEqual([
    ['kind', 'invalid_choice'],
    ['subject', 'required'],
    ['body', 'required'],
    ['hamlet', 'unknown_reference'],
    ['name', 'required'],
    ['phone', 'invalid_phone'],
    ['publish', 'invalid_choice'],
  ])
})

test('fields that are not ours are left where they came from', () => {
  expect(takeForm({ ...right, clientToken: 'x', sent: 'x', _csrf: 'x' } as Record<string, string>)).toEqual(right)
})

test('what the database cannot hold is refused, and kept as a mark that can be seen', () => {
  expect(problems({ ...right, subject: 'a\u0000' })).toEqual([['subject', 'unstorable']])
  expect(keepable({ subject: 'a\u0000', body: 'b\uD800' })).toEqual({ subject: 'a\uFFFD', body: 'b\uFFFD' })
})
