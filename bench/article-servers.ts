import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { built } from './built.ts'
import { appKey } from './town.ts'

const { connect, createApp } = built

const [databaseUrl = '', dataDir = '', clientDir = '', path = '/'] = process.argv.slice(2)
const connection = connect(databaseUrl, 4)
const app = await createApp({
  config: { dataDir, publicUrl: null, trustedProxies: [], logLevel: 'silent' },
  connection,
  databaseUrl,
  appKey,
  clientDir,
})
const base = await app.listen({ host: '127.0.0.1', port: 0 })

// The same bytes and the same headers, the cookie of one visitor among them, with nothing in between. A look that counts nothing: HEAD.
const asked = { 'accept-encoding': 'br' }
const plain = await fetch(`${base}${path}`, { method: 'HEAD', headers: asked })
const raw = await app.inject({ url: path, headers: { ...asked, host: new URL(base).host, 'sec-purpose': 'prefetch' } })
const headers = Object.fromEntries(
  [...plain.headers].filter(([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'].includes(name)),
)
const cookie = `congdan_visit=${'x'.repeat(22)}.htgrx.${'x'.repeat(8)}.${'x'.repeat(22)}; Path=/; HttpOnly; SameSite=Lax`
const server = createServer((_request, response) => {
  response.writeHead(200, {
    ...headers,
    'cache-control': 'private, no-cache',
    'set-cookie': cookie,
    'content-encoding': 'br',
    'content-length': raw.rawPayload.length,
  })
  response.end(raw.rawPayload)
})
server.listen(0, '127.0.0.1', () =>
  process.send?.({ ours: `${base}${path}`, bare: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }),
)
// An orderly stop: what was gathered is written.
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)))
