import type { FastifyInstance } from 'fastify'
import { expect } from 'vitest'
import type { TestApp } from './app.ts'
import { anyAddress } from './filing.ts'
import { rowCounts } from './rows.ts'

export interface FieldError {
  field: string
  code: string
  detail: string
}

export function post({ app }: { app: FastifyInstance }, url: string, payload: unknown, headers: Record<string, string> = {}) {
  return app.inject({
    method: 'POST',
    url,
    remoteAddress: anyAddress(),
    headers: { 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(payload),
  })
}

/** Sends what must be refused: nothing may be written, and the one wrong field is named. */
export async function refusal(
  { app, db }: Pick<TestApp, 'app' | 'db'>,
  url: string,
  payload: unknown,
  headers: Record<string, string> = {},
): Promise<FieldError[]> {
  await app.flushFilings()
  const before = await rowCounts(db)
  const response = await post({ app }, url, payload, headers)
  expect(response.statusCode, response.body).toBe(422)
  expect(response.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  const problem = response.json()
  expect(problem).toMatchObject({ type: 'about:blank', status: 422, code: 'invalid_input', title: expect.any(String) })
  expect(await rowCounts(db)).toEqual(before)
  return problem.errors
}
