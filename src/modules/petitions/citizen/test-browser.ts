import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

export interface Answer {
  status: number
  html: string
  location: string | undefined
  raw: LightMyRequestResponse
}

export interface Part {
  filename: string
  type: string
  content: Buffer
}

export interface TestBrowser {
  cookies: Map<string, string>
  get: (url: string) => Promise<Answer>
  /** Sends the form with this browser's token, unless the fields bring their own. */
  post: (url: string, fields?: Record<string, string>) => Promise<Answer>
  postFiles: (url: string, fields: Record<string, string>, files?: readonly Part[]) => Promise<Answer>
  /** A token as a page of this browser carries it. */
  token: () => Promise<string>
}

/** A browser without scripts: keeps cookies, sends forms, follows nothing by itself. */
export function testBrowser(app: FastifyInstance, cookie = ''): TestBrowser {
  const cookies = new Map(
    cookie
      .split('; ')
      .flatMap((pair) => (pair.includes('=') ? [[pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]] : [])) as [
      string,
      string,
    ][],
  )
  let token: string | undefined

  async function ask(method: 'GET' | 'POST', url: string, body?: { type: string; payload: string | Buffer }): Promise<Answer> {
    const headers: Record<string, string> = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
    if (body) headers['content-type'] = body.type
    const raw = await app.inject({ method, url, headers, ...(body ? { payload: body.payload } : {}) })
    for (const { name, value, expires } of raw.cookies) {
      if (value === '' || (expires && expires.getTime() === 0)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return { status: raw.statusCode, html: raw.body, location: raw.headers.location as string | undefined, raw }
  }

  const browser: TestBrowser = {
    cookies,
    get: (url) => ask('GET', url),
    post: async (url, fields = {}) =>
      ask('POST', url, {
        type: 'application/x-www-form-urlencoded',
        payload: new URLSearchParams({ _csrf: await browser.token(), ...fields }).toString(),
      }),
    postFiles: async (url, fields, files = []) => ask('POST', url, multipart({ _csrf: await browser.token(), ...fields }, files)),
    token: async () => {
      token ??= /name="_csrf" value="([^"]+)"/.exec((await browser.get('/gui-don')).html)?.[1]
      return token ?? ''
    },
  }
  return browser
}

function multipart(fields: Record<string, string>, files: readonly Part[]): { type: string; payload: Buffer } {
  const boundary = 'congdan-test-boundary'
  const text = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  )
  const parts = files.map(({ filename, type, content }) =>
    Buffer.concat([
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${filename}"\r\ncontent-type: ${type}\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ]),
  )
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    payload: Buffer.concat([...text, ...parts, Buffer.from(`--${boundary}--\r\n`)]),
  }
}

/** A form that is right. */
export const aForm = {
  kind: 'feedback',
  subject: 'Nắp cống vỡ trước cổng trường',
  body: 'Nắp cống vỡ từ thứ hai, trẻ em đi học dễ ngã.',
  hamlet: '',
  place: 'Trước cổng trường Tiểu học Thác Mơ',
  lat: '',
  lon: '',
  name: 'Trần Thị Na',
  phone: '0900 000 001',
  email: '',
  address: '',
  publish: 'yes',
}

/** Files a right form and gives its code and secret, as the done page shows them. */
export async function fileWith(
  browser: TestBrowser,
  change: Partial<typeof aForm> = {},
  files: readonly Part[] = [],
): Promise<{ code: string; secret: string }> {
  await browser.postFiles('/gui-don', { ...aForm, ...change }, files)
  await browser.post('/gui-don/gui')
  return receiptIn((await browser.get('/gui-don/xong')).html)
}

export function receiptIn(html: string): { code: string; secret: string } {
  const [code = '', secret = ''] = [...html.matchAll(/data-copy[^>]*>([^<]+)</g)].map((match) => match[1]!.trim())
  return { code, secret }
}
