import { expect, test } from 'vitest'
import { fromCounterForm } from './counter-form.ts'

const form = { kind: 'feedback', subject: 'a', body: 'b', name: 'Bà Sáu', publish: 'no', clientToken: 't' }

test('the filer is put together, and a place only where one was written', () => {
  expect(fromCounterForm({ ...form, lat: '', lon: ' ' })).toEqual({
    kind: 'feedback',
    subject: 'a',
    body: 'b',
    publish: 'no',
    clientToken: 't',
    filer: { name: 'Bà Sáu', phone: undefined, email: undefined, address: undefined, identityNumber: undefined },
  })
})

test('an identity number is read in groups, coordinates with a comma', () => {
  const filing = fromCounterForm({ ...form, identityNumber: '070 099.001 234', lat: '11,8372', lon: '106.9987' })
  expect(filing['filer']).toMatchObject({ identityNumber: '070099001234' })
  expect(filing['location']).toEqual({ lat: 11.8372, lon: 106.9987 })
})

test('half a place is not a place', () => {
  expect(fromCounterForm({ ...form, lat: '11.8', lon: '' })['location']).toEqual({ lat: 11.8, lon: Number.NaN })
})

test('a field that the form does not have stays, to be refused', () => {
  expect(fromCounterForm({ ...form, status: 'closed' })).toHaveProperty('status', 'closed')
})
