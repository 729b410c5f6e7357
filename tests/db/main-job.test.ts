import { expect, test } from 'vitest'
import { testApp } from '../support/app.ts'

const { app, signIn } = await testApp({ now: () => new Date('2026-11-22T10:00:00+07:00') })

const filing = {
  kind: 'recommendation',
  subject: 'Đường ngập sau mưa',
  body: 'Cứ mưa nửa tiếng là ngập.',
  filer: { name: 'Trương Thị Bình', phone: '0900 000 001' },
  publish: true,
  clientToken: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
}

async function act(cookie: string, code: string, name: string, payload: object = {}) {
  return app.inject({ method: 'POST', url: `/api/v1/petitions/${code}/acts/${name}`, headers: { cookie }, payload })
}

test('a petition goes from filing to verdict, and everybody sees the due date and why', async () => {
  const filed = await app.inject({ method: 'POST', url: '/api/v1/petitions', payload: filing })
  expect(filed.statusCode, filed.body).toBe(201)
  const { code, secret, clocks } = filed.json()
  expect(code).toMatch(/^PL-2026-\d{5}$/)
  expect(clocks).toMatchObject([
    {
      stage: 'initialResult',
      rule: 'intake.notify_initial_result',
      startedOn: '2026-11-22',
      dueOn: '2026-12-07',
      local: false,
      state: 'running',
    },
  ])

  const again = await app.inject({ method: 'POST', url: '/api/v1/petitions', payload: { ...filing, subject: 'Khác' } })
  expect(again.statusCode).toBe(200)
  expect(again.json()).toMatchObject({ code, secret })

  const [hoa, nam, dung, lam] = (await Promise.all(['hoa', 'nam', 'dung', 'lam'].map(signIn))) as [string, string, string, string]
  const acts = (await app.inject({ url: `/api/v1/petitions/${code}/acts`, headers: { cookie: hoa } })).json()
  expect(acts.items.map((item: { act: string }) => item.act)).toEqual([
    'accept',
    'decline',
    'guide',
    'transfer',
    'askToComplete',
    'clearForPublication',
    'redact',
  ])

  expect((await act(hoa, code, 'accept', { unit: 'Đội Quản lý đô thị', officer: 'nam' })).json()).toMatchObject({ status: 'accepted' })
  expect((await act(hoa, code, 'accept')).statusCode).toBe(409)
  expect((await act(nam, code, 'recordVerification', { words: 'Đã kiểm tra hiện trường.', public: true })).statusCode).toBe(200)
  expect((await act(nam, code, 'draftAnswer', { text: 'Đã nạo vét xong.', outcome: 'solved' })).statusCode).toBe(200)
  expect((await act(nam, code, 'issueAnswer')).statusCode).toBe(403)
  expect((await act(dung, code, 'returnDraft', { reason: 'Ghi rõ ngày.' })).statusCode).toBe(200)
  expect((await act(nam, code, 'draftAnswer', { text: 'Đã nạo vét xong ngày 20/11.', outcome: 'solved' })).statusCode).toBe(200)
  const answered = await act(lam, code, 'issueAnswer')
  expect(answered.json(), answered.body).toMatchObject({ status: 'answered', outcome: 'solved', verdict: null })

  const rated = await app.inject({
    method: 'POST',
    url: `/api/v1/petitions/${code}/acts/rate`,
    headers: { 'x-petition-secret': secret },
    payload: { solved: 'partly', satisfaction: 3, words: 'Vẫn còn đọng nước.' },
  })
  expect(rated.json(), rated.body).toMatchObject({ outcome: 'solved', verdict: 'partly' })

  expect((await app.inject({ url: `/api/v1/petitions/${code}` })).statusCode).toBe(404)
  expect((await act(hoa, code, 'clearForPublication')).statusCode).toBe(200)
  const seen = (await app.inject({ url: `/api/v1/petitions/${code}` })).json()
  expect(seen).toMatchObject({ code, status: 'answered', answer: { outcome: 'solved' }, verdict: { solved: 'partly', words: null } })
  expect(JSON.stringify(seen)).not.toMatch(/0900 ?000/)
})
