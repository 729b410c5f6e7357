import { expect, test } from 'vitest'
import { placeOf, readDatabaseAddress } from './database-address.ts'

const usual = { host: 'cu.phuoclong.gov.vn', port: 3306, socketPath: null, user: 'doc', password: null, database: 'portal', tls: false }

test.each([
  ['mysql://doc@cu.phuoclong.gov.vn/portal', usual],
  ['mariadb://doc:m%40t%3Akhau@cu.phuoclong.gov.vn:3307/portal?tls=1', { ...usual, port: 3307, password: 'm@t:khau', tls: true }],
  ['mysql://doc@localhost/portal?socket=/run/mysqld/mysqld.sock', { ...usual, host: 'localhost', socketPath: '/run/mysqld/mysqld.sock' }],
  ['mysql://doc@[::1]/portal', { ...usual, host: '::1' }],
  ['postgres://doc@host/portal', null],
  ['mysql://doc@host', null],
  ['mysql://host/portal', null],
  ['mysql://doc@host/portal/x', null],
  ['mysql://doc:%zz@host/portal', null],
  ['mysql://doc@host/portal?tls=yes', null],
  ['mysql://doc@host/portal?allowLocalInfile=1', null],
  ['portal.sql', null],
])('%s', (typed, address) => {
  expect(readDatabaseAddress(typed)).toEqual(address)
})

test('what people are shown holds neither user nor password', () => {
  expect(placeOf(readDatabaseAddress('mysql://doc:bimat@host/portal')!)).toBe('host:3306/portal')
  expect(placeOf(readDatabaseAddress('mysql://doc:bimat@[::1]:3307/portal')!)).toBe('[::1]:3307/portal')
  expect(placeOf(readDatabaseAddress('mysql://doc:bimat@localhost/portal?socket=/run/my.sock')!)).toBe('/run/my.sock/portal')
})
