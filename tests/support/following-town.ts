import { beforeEach, expect } from 'vitest'
import type { Petition } from '../../src/modules/petitions/index.ts'
import { type TestApp, testApp } from './app.ts'
import { anyAddress } from './filing.ts'
import { type MailWorker, mailWorker, PUBLIC_URL } from './mail-worker.ts'
import { type CaseStep, type OfficeCases, officeCases } from './office-cases.ts'
import { type Received, startSmtp, type TestSmtp } from './smtp.ts'

export const DAY_MS = 86_400_000

/** Where the link of the first mail leads. */
export const linkIn = (mail: Received) => new RegExp(`${PUBLIC_URL}(/\\S*theo-doi/\\S+)`).exec(mail.body)![1]!
export const stopLinkOf = (mail: Received) =>
  /<https:\/\/[^/]+([^>]+)>/.exec(mail.headers.find((line) => line.startsWith('List-Unsubscribe:'))!)![1]!

let mailboxes = 0
export const address = () => `lan${++mailboxes}@vidu.vn`

/** A town with public cases, people who follow them, and a mail server of its own for each test. */
export async function followingTown() {
  const it: TestApp = await testApp()
  const { app, db } = it
  const cases: OfficeCases = await officeCases(it)
  const out = {} as { smtp: TestSmtp; worker: MailWorker }
  beforeEach(async () => {
    await db.deleteFrom('outbox').execute()
    out.smtp = await startSmtp()
    out.worker = await mailWorker(it, out.smtp.url)
  })

  async function publicCase(step: CaseStep = 'assigned', change: Parameters<typeof cases.aCase>[1] = {}) {
    const petition = await cases.aCase(step, { kind: 'feedback', subject: 'Đèn hẻm 15 tắt', ...change })
    await cases.act('hoa', petition, 'clearForPublication', {})
    return petition
  }

  /** An act through the whole server, so that all who must hear of it do. */
  async function act(who: string, { code, secret }: Petition & { secret: string }, name: string, payload: object = {}) {
    const headers: Record<string, string> = who === 'filer' ? { 'x-petition-secret': secret } : { cookie: await it.signIn(who) }
    const answer = await app.inject({ method: 'POST', url: `/api/v1/petitions/${code}/acts/${name}`, payload, headers })
    expect(answer.statusCode, answer.body).toBe(200)
  }

  const post = (code: string, payload: object = {}, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url: `/api/v1/petitions/${code}/followers`, payload, headers, remoteAddress: anyAddress() })
  const remove = (code: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'DELETE', url: `/api/v1/petitions/${code}/followers`, payload: {}, headers, remoteAddress: anyAddress() })
  const page = (code: string) => app.inject({ url: `/don/${code}` })
  const countOf = async (code: string) => (await app.inject({ url: `/api/v1/petitions/${code}` })).json().followers
  const followers = (petition: Petition) => db.selectFrom('petition_followers').selectAll().where('petition_id', '=', petition.id).execute()
  /** The mail program's own button (RFC 8058). */
  const oneClick = (url: string) =>
    app.inject({
      method: 'POST',
      url,
      payload: 'List-Unsubscribe=One-Click',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
  const mailsTo = (email: string) => out.smtp.received.filter(({ to }) => to.includes(email))

  /** Asked, answered, counted. */
  async function followed(petition: Petition, email = address()) {
    expect((await post(petition.code, { email })).statusCode).toBe(202)
    await out.worker.work()
    const link = linkIn(mailsTo(email).at(-1)!)
    expect((await app.inject({ method: 'POST', url: link })).statusCode).toBe(303)
    return { email, link, stop: stopLinkOf(mailsTo(email).at(-1)!) }
  }

  const later = (days: number) => mailWorker(it, out.smtp.url, () => new Date(Date.now() + days * DAY_MS))
  const accountOf = async (username: string) =>
    (await db.selectFrom('auth_users').select('id').where('username', '=', username).executeTakeFirstOrThrow()).id

  return { it, app, db, cases, out, publicCase, act, post, remove, page, countOf, followers, oneClick, mailsTo, followed, later, accountOf }
}
