import { describe, expect, test } from 'vitest'
import { testApp } from '../support/app.ts'

const { app, signIn } = await testApp({ now: () => new Date('2026-11-22T10:00:00+07:00') })

describe('lists', () => {
  test.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=abc', 'limit'],
    ['limit=1.5', 'limit'],
    ['limit=1e999', 'limit'],
    ['limit=1&limit=2', 'limit'],
    ['limit[]=1', 'limit[]'],
    ['limit[x]=1', 'limit[x]'],
    ['status=open', 'status'],
    ['status=received&status=accepted', 'status'],
    ['kind=denunciation', 'kind'],
    ['unit=1', 'unit'],
    ['unit=%27%3Bdrop', 'unit'],
    [`q=${'a'.repeat(201)}`, 'q'],
    ['q=a%00', 'q'],
    ['q=a&q=b', 'q'],
    [`after=${'a'.repeat(201)}`, 'after'],
    ['after=a&after=b', 'after'],
    ['page=2', 'page'],
    ['__proto__=1', '__proto__'],
    ['constructor=1', 'constructor'],
  ])('?%s is refused by its name', async (query, field) => {
    const response = await app.inject({ url: `/api/v1/petitions?${query}` })
    expect(response.statusCode, response.body).toBe(422)
    expect(response.json().errors).toMatchObject([{ field }])
    expect(response.body).not.toMatch(/\[object|native code/)
  })

  const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const id = '018f3b4e-0000-7000-8000-000000000001'
  test.each([
    ['noise', 'xyz'],
    ['an empty list', cursor([])],
    ['a date that is none', cursor(['2026-13-45T00:00:00Z', id])],
    ['an id that is none', cursor(['2026-11-22T00:00:00.000000Z', '1 or 1=1'])],
    ['a NUL', cursor(['2026-11-22T00:00:00.000000Z', `${id}\u0000`])],
    ['too many parts', cursor(['2026-11-22T00:00:00.000000Z', id, id])],
    ['numbers', cursor([1, 2])],
    ['an object', cursor({ at: 1 })],
    ['a year beyond the database', cursor(['9999-99-99', id])],
    ['an hour beyond the day', cursor(['2026-11-22T24:00:01Z', id])],
    ['a fraction without end', cursor([`2026-11-22T10:00:00.${'1'.repeat(60)}Z`, id])],
    ['a day that the month has not', cursor(['2026-02-30', id])],
    ['colons and dots', cursor(['2026-11-22T1:1.1Z', id])],
  ])('a forged cursor of %s is refused', async (_what, after) => {
    const cookie = await signIn('hoa')
    for (const url of ['/api/v1/petitions?', '/api/v1/office/petitions?view=all&', '/api/v1/office/petitions?view=due&']) {
      const response = await app.inject({ url: `${url}after=${encodeURIComponent(after)}`, headers: { cookie } })
      expect(response.statusCode, `${url} ${response.body}`).toBe(422)
    }
  })

  test.each([
    'limit=1',
    'limit=100',
    'limit=',
    'q=%C4%90%C6%B0%E1%BB%9Dng',
    "q='%20or%201=1--",
    'q=:*%26|!()',
    'q=%F0%9F%98%80',
    'q=%5C',
    'status=',
  ])('?%s is taken', async (query) => {
    const response = await app.inject({ url: `/api/v1/petitions?${query}` })
    expect(response.statusCode, response.body).toBe(200)
  })
})
