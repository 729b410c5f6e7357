import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { built } from './built.ts'
import { appKey } from './town.ts'

const { connect, createApp } = built

const [databaseUrl = '', dataDir = '', clientDir = ''] = process.argv.slice(2)
const connection = connect(databaseUrl, 4)
const app = await createApp({
  config: { dataDir, publicUrl: null, trustedProxies: [], logLevel: 'silent' },
  connection,
  databaseUrl,
  appKey,
  clientDir,
})
const ours = `${await app.listen({ host: '127.0.0.1', port: 0 })}/don`

// The same bytes and the same headers, with nothing in between.
const answer = await fetch(ours, { headers: { 'accept-encoding': 'br' } })
const raw = await app.inject({ url: '/don', headers: { 'accept-encoding': 'br', host: new URL(ours).host } })
const headers = Object.fromEntries(
  [...answer.headers].filter(([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name)),
)
const server = createServer((_request, response) => {
  response.writeHead(200, { ...headers, 'content-encoding': 'br', 'content-length': raw.rawPayload.length })
  response.end(raw.rawPayload)
})
server.listen(0, '127.0.0.1', () => process.send?.({ ours, bare: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }))
process.on('SIGTERM', () => process.exit(0))
