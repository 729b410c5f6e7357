import type { FastifyReply } from 'fastify'
import { describe, expect, test } from 'vitest'
import { type Identity, identityOn, type Reader, readerOf, rememberReader } from './reader.ts'

const key = Buffer.alloc(32, 7)
const scope = { authorityId: 1 }
const poll = { type: 'poll', id: '0193a000-0000-7000-8000-000000000001' }
const token = 'A'.repeat(22)
const account = 'person-1'
const on = (reader: Reader, { appKey = key, where = scope, subject = poll } = {}) => identityOn(appKey, where, subject, reader)
const hashes = (identity: Identity | null) =>
  [identity?.own, identity?.browser, identity?.seen].filter((hash) => hash != null).map((hash) => hash.toString('hex'))
const request = (cookie?: string, personId?: string) =>
  ({ cookies: cookie === undefined ? {} : { congdan_reader: cookie }, actor: personId ? { personId } : null }) as never

describe('who reads', () => {
  test.each<[string, Reader]>([
    ['without cookie', { accountId: null, token: null }],
    [token, { accountId: null, token }],
    ['A'.repeat(21), { accountId: null, token: null }],
    ['A'.repeat(23), { accountId: null, token: null }],
    [`${'A'.repeat(21)}=`, { accountId: null, token: null }],
    [`${'A'.repeat(21)}\n`, { accountId: null, token: null }],
    ['', { accountId: null, token: null }],
  ])('a cookie %j', (cookie, reader) => {
    const sent = cookie === 'without cookie' ? undefined : cookie
    expect(readerOf(request(sent))).toEqual(reader)
    expect(readerOf(request(sent, account))).toEqual({ ...reader, accountId: account })
  })

  test('a token is given once, to the browser alone, and told to no script; over HTTPS it goes over HTTPS', () => {
    const given: unknown[][] = []
    const reply = { setCookie: (...cookie: unknown[]) => given.push(cookie) } as unknown as FastifyReply
    const known = rememberReader(request(token), reply, true)
    expect([known.token, given]).toEqual([token, []])
    const [first, second] = [rememberReader(request(), reply, true), rememberReader(request('forged'), reply, false)]
    expect(first.token).toMatch(/^[\w-]{22}$/)
    expect(second.token).not.toBe(first.token)
    expect(given).toEqual([
      ['congdan_reader', first.token, { path: '/', httpOnly: true, sameSite: 'lax', secure: true, maxAge: 34_560_000 }],
      ['congdan_reader', second.token, { path: '/', httpOnly: true, sameSite: 'lax', secure: false, maxAge: 34_560_000 }],
    ])
  })
})

describe('a reader towards one subject', () => {
  test('who has neither account nor token is nobody yet', () => {
    expect(on({ accountId: null, token: null })).toBeNull()
  })

  test.each<[string, Reader, Partial<Record<'own' | 'browser' | 'seen', boolean>> & { hasAccount: boolean }]>([
    ['a browser', { accountId: null, token }, { own: true, browser: true, seen: true, hasAccount: false }],
    ['an account', { accountId: account, token: null }, { own: true, browser: false, seen: false, hasAccount: true }],
    ['an account in a browser', { accountId: account, token }, { own: true, browser: true, seen: true, hasAccount: true }],
  ])('%s', (_who, reader, { hasAccount, ...has }) => {
    const identity = on(reader)!
    expect(identity.hasAccount).toBe(hasAccount)
    for (const name of ['own', 'browser', 'seen'] as const) expect([name, identity[name] !== null]).toEqual([name, has[name]])
    for (const hash of hashes(identity)) expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(hashes(identity).join()).not.toContain(Buffer.from(token).toString('hex'))
  })

  test('is the same each time, and the browser the same with an account or without', () => {
    expect(hashes(on({ accountId: null, token }))).toEqual(hashes(on({ accountId: null, token })))
    expect(on({ accountId: account, token })!.browser).toEqual(on({ accountId: null, token })!.browser)
    expect(on({ accountId: account, token: null })!.own).toEqual(on({ accountId: account, token })!.own)
  })

  test('an account named as a token is another reader', () => {
    expect(on({ accountId: token, token: null })!.own).not.toEqual(on({ accountId: null, token })!.own)
  })

  test.each([
    ['another poll', { subject: { ...poll, id: '0193a000-0000-7000-8000-000000000002' } }],
    ['another kind of subject', { subject: { ...poll, type: 'article' } }],
    ['another authority', { where: { authorityId: 2 } }],
    ['another server’s key', { appKey: Buffer.alloc(32, 8) }],
  ])('nothing ties it to the same reader on %s', (_what, other) => {
    const reader = { accountId: account, token }
    const here = new Set(hashes(on(reader)))
    for (const hash of hashes(on(reader, other))) expect(here.has(hash)).toBe(false)
  })
})
