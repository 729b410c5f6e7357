import { sql } from 'kysely'
import type { Db } from '../../src/platform/database.ts'
import type { TestApp } from './app.ts'

type Response = Awaited<ReturnType<TestApp['app']['inject']>>

interface SentFile {
  name: string
  content: Buffer
  /** Name of the input; `files` unless told. */
  field?: string
}

/** What a browser does with our forms: cookies and the form's token go along. */
export interface FormBrowser {
  get: (url: string) => Promise<Response>
  post: (url: string, fields: Readonly<Record<string, string>>) => Promise<Response>
  /** A form whose fields come more than once; the token is the caller's. */
  postRaw: (url: string, body: string) => Promise<Response>
  /** A form with files. */
  postFiles: (url: string, fields: Readonly<Record<string, string>>, files: readonly SentFile[]) => Promise<Response>
  api: (url: string, payload: object) => Promise<Response>
}

export async function formBrowser({ app, signIn }: TestApp, username?: string): Promise<FormBrowser> {
  const session = username ? await signIn(username) : ''
  const page = await app.inject({ url: username ? '/tai-khoan' : '/dang-nhap', headers: session ? { cookie: session } : {} })
  const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1]
  if (!token) throw new Error(`No form at ${page.statusCode} for ${username ?? 'a visitor'}`)
  const cookie = [session, ...page.cookies.map(({ name, value }) => `${name}=${value}`)].filter(Boolean).join('; ')
  return {
    get: (url) => app.inject({ url, headers: { cookie } }),
    post: (url, fields) =>
      app.inject({
        method: 'POST',
        url,
        headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ _csrf: token, ...fields }).toString(),
      }),
    postRaw: (url, payload) =>
      app.inject({ method: 'POST', url, headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' }, payload }),
    postFiles: async (url, fields, files) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ _csrf: token, ...fields })) form.append(name, value)
      for (const { name, content, field = 'files' } of files) form.append(field, new File([new Uint8Array(content)], name))
      const request = new Request('http://localhost', { method: 'POST', body: form })
      const payload = Buffer.from(await request.arrayBuffer())
      return app.inject({ method: 'POST', url, headers: { cookie, 'content-type': request.headers.get('content-type')! }, payload })
    },
    api: (url, payload) => app.inject({ method: 'POST', url, headers: session ? { cookie: session } : {}, payload }),
  }
}

/** Everything that an act could have written: equal before and after a refusal. */
export async function rowsWritten(db: Db): Promise<Record<string, unknown>> {
  const { rows } = await sql<Record<string, unknown>>`select
    (select count(*) from history_entries) as history,
    (select count(*) from history_words) as words,
    (select count(*) from petitions) as petitions,
    (select sum(version) from petitions) as versions,
    (select count(*) from petition_answers) as answers,
    (select count(*) from petition_verifications) as verifications,
    (select count(*) from messages) as messages,
    (select count(*) from files) as files,
    (select sum(n) from tallies) as tallies`.execute(db)
  return rows[0]!
}
