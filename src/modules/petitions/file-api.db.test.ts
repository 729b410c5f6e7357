import { expect, test } from 'vitest'
import { testApp } from '../../../tests/support/app.ts'
import { pdf, photoWithPlace } from '../../../tests/support/sample-files.ts'

const { app, db, signIn } = await testApp()

async function aPetition(clientToken: string) {
  const payload = { kind: 'feedback', subject: 'Rác', body: 'Rác ùn ứ.', filer: { name: 'Bình' }, publish: false, clientToken }
  return (await app.inject({ method: 'POST', url: '/api/v1/petitions', payload })).json() as { code: string; secret: string }
}

async function send(code: string, headers: Record<string, string>, files: { name: string; bytes: Buffer }[]) {
  const form = new FormData()
  for (const { name, bytes } of files) form.append('files', new Blob([new Uint8Array(bytes)]), name)
  const request = new Request('http://x', { method: 'POST', body: form })
  const payload = Buffer.from(await request.arrayBuffer())
  return app.inject({
    method: 'POST',
    url: `/api/v1/petitions/${code}/files`,
    headers: { ...headers, 'content-type': request.headers.get('content-type')! },
    payload,
  })
}

test('the filer adds a photo and a PDF; what is refused is named, what is good is kept', async () => {
  const { code, secret } = await aPetition('3f2504e0-4f89-41d3-9a0c-0305e82c3311')
  const answer = await send(code, { 'x-petition-secret': secret }, [
    { name: 'rác.jpg', bytes: await photoWithPlace() },
    { name: 'đơn.pdf', bytes: pdf() },
    { name: 'virus.exe', bytes: Buffer.from('MZ not a picture') },
  ])
  expect(answer.statusCode, answer.body).toBe(201)
  expect(answer.json().items).toMatchObject([
    { name: 'rác.jpg', mediaType: 'image/jpeg' },
    { name: 'đơn.pdf', mediaType: 'application/pdf' },
  ])
  expect(answer.json().refused).toMatchObject([{ name: 'virus.exe', code: 'file_type_refused' }])
  const seen = (await app.inject({ url: `/api/v1/petitions/${code}`, headers: { 'x-petition-secret': secret } })).json()
  expect(seen.files).toHaveLength(2)
  expect(seen.history.map((entry: { type: string }) => entry.type)).toContain('petition.fileAdded')

  const four = await Promise.all(
    Array.from({ length: 4 }, async (_, i) => ({ name: `${i}.jpg`, bytes: await photoWithPlace({ width: 200 + i }) })),
  )
  expect((await send(code, { 'x-petition-secret': secret }, four)).statusCode, 'two and four are more than five').toBe(422)
  expect((await db.selectFrom('files').select('id').execute()).length).toBe(2)
})

test('nobody else adds files, and nothing is written', async () => {
  const { code } = await aPetition('3f2504e0-4f89-41d3-9a0c-0305e82c3312')
  const before = (await db.selectFrom('files').select('id').execute()).length
  const photo = [{ name: 'a.jpg', bytes: await photoWithPlace() }]
  expect((await send(code, {}, photo)).statusCode).toBe(401)
  expect((await send(code, { 'x-petition-secret': 'SAI-BI-MAT' }, photo)).statusCode).toBe(404)
  expect((await send('PL-2026-99999', { 'x-petition-secret': 'SAI-BI-MAT' }, photo)).statusCode).toBe(404)
  expect((await send(code, { cookie: await signIn('mai') }, photo)).statusCode).toBe(403)
  expect((await db.selectFrom('files').select('id').execute()).length).toBe(before)
})
