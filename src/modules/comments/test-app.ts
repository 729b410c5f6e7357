import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { type TestApp, testApp } from '../../../tests/support/app.ts'
import { anyAddress } from '../../../tests/support/filing.ts'
import { writeSubject } from './comment.ts'
import type { CommentSubjects } from './subject.ts'

/** Something that takes comments, and something that takes none any more. */
export const OPEN = { type: 'article', id: '0193a000-0000-7000-8000-000000000001' }
export const OTHER = { type: 'article', id: '0193a000-0000-7000-8000-000000000002' }
export const CLOSED = { type: 'article', id: '0193a000-0000-7000-8000-000000000003' }

const titles = new Map([
  [OPEN.id, 'Kế hoạch 37 về công tác dân vận'],
  [OTHER.id, 'Lịch cắt điện tuần này'],
  [CLOSED.id, 'Tin đã khóa ý kiến'],
])

export const testSubjects: CommentSubjects = {
  article: {
    find: async (_db, _scope, id) => {
      const title = titles.get(id)
      return title === undefined ? undefined : { title, href: '/lich-tiep-dan', open: id !== CLOSED.id }
    },
    tags: (id) => [`article:${id}`],
  },
}

export interface Sent {
  id: string
  code: string
  secret: string
  status: string
  version: number
}

export interface CommentTown extends TestApp {
  /** A right comment, as a program sends it. */
  send: (change?: Record<string, unknown>, headers?: Record<string, string>) => Promise<LightMyRequestResponse>
  sent: (change?: Record<string, unknown>) => Promise<Sent>
  /** An act of an officer on the comment's item. */
  decide: (username: string, commentId: string, act: string, input?: object) => Promise<LightMyRequestResponse>
  /** A comment that everybody can read. */
  shown: (change?: Record<string, unknown>) => Promise<Sent>
  itemOf: (commentId: string) => Promise<{ id: string; version: number; status: string; score: number; signals: object }>
  browser: (username?: string) => Promise<CommentBrowser>
  /** One session a person for the whole file. */
  cookieOf: (username: string) => Promise<string>
}

let number = 0

/** The demonstration people, and a subject of comments that belongs to nobody. */
export async function commentTown({ now = () => new Date('2026-11-26T09:00:00+07:00') } = {}): Promise<CommentTown> {
  const town = await testApp({ now, commentSubjects: testSubjects })
  const { app, db } = town
  const cookies = new Map<string, string>()
  const cookieOf = async (username: string) => {
    const known = cookies.get(username) ?? (await town.signIn(username))
    cookies.set(username, known)
    return known
  }
  const send: CommentTown['send'] = (change = {}, headers = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/comments',
      remoteAddress: anyAddress(),
      headers,
      payload: {
        subject: writeSubject(OPEN),
        name: 'Trương Thị Bình',
        body: `Đường Lý Thái Tổ cần thêm đèn, câu ${++number}.`,
        clientToken: randomUUID(),
        ...change,
      },
    })
  const sent: CommentTown['sent'] = async (change) => {
    const response = await send(change)
    if (response.statusCode !== 201) throw new Error(`Not sent: ${response.statusCode} ${response.body}`)
    return response.json()
  }
  const itemOf: CommentTown['itemOf'] = (commentId) =>
    db
      .selectFrom('moderation_items')
      .select(['id', 'version', 'status', 'score', 'signals'])
      .where('subject_id', '=', commentId)
      .executeTakeFirstOrThrow() as never
  const decide: CommentTown['decide'] = async (username, commentId, act, input = {}) =>
    app.inject({
      method: 'POST',
      url: `/api/v1/office/moderation/${(await itemOf(commentId)).id}/acts/${act}`,
      headers: { cookie: await cookieOf(username) },
      payload: input,
    })
  return {
    ...town,
    cookieOf,
    send,
    sent,
    itemOf,
    decide,
    shown: async (change) => {
      const comment = await sent(change)
      const response = await decide('tuyet', comment.id, 'approve')
      if (response.statusCode !== 200) throw new Error(`Not approved: ${response.body}`)
      return comment
    },
    browser: async (username) => commentBrowser(town, username ? await cookieOf(username) : ''),
  }
}

export interface CommentBrowser {
  get: (url: string) => Promise<LightMyRequestResponse>
  /** Opens the form at an address, and sends it with what the page put into it. */
  fill: (page: string, fields: Record<string, string>) => Promise<LightMyRequestResponse>
  post: (action: string, fields: Record<string, string>) => Promise<LightMyRequestResponse>
}

/** Keeps cookies; without scripts. */
function commentBrowser({ app }: TestApp, session: string, address = anyAddress()): CommentBrowser {
  const jar = new Map(
    session.split('; ').flatMap((pair) => (pair.includes('=') ? [pair.split(/=(.*)/s).slice(0, 2) as [string, string]] : [])),
  )
  const ask = async (method: 'GET' | 'POST', url: string, payload?: string) => {
    const headers = {
      cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(payload === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    }
    const response = await app.inject({ method, url, headers, remoteAddress: address, ...(payload === undefined ? {} : { payload }) })
    for (const { name, value } of response.cookies) jar.set(name, value)
    return response
  }
  const post: CommentBrowser['post'] = (action, fields) => ask('POST', action, new URLSearchParams(fields).toString())
  return {
    get: (url) => ask('GET', url),
    post,
    fill: async (page, fields) => {
      const { body } = await ask('GET', page)
      const action = /<form method="post" action="([^"]+)"[^>]*id="gui-y-kien"/.exec(body)?.[1]
      const hidden = Object.fromEntries(
        [...body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]),
      )
      if (!action) throw new Error(`No form of a comment at ${page}`)
      return post(action, { ...hidden, ...fields })
    },
  }
}
