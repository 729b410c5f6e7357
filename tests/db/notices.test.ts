import { expect, test } from 'vitest'
import { testApp } from '../support/app.ts'
import { mailWorker } from '../support/mail-worker.ts'
import { startSmtp } from '../support/smtp.ts'

test('who files with an e-mail address gets one mail, also when the reply was lost and the petition is sent again', async () => {
  const it = await testApp()
  const server = await startSmtp()
  const payload = {
    kind: 'feedback',
    subject: 'Đèn đường hỏng ở khu phố 5',
    body: 'Đèn trước nhà văn hóa không sáng đã hai tuần.',
    filer: { name: 'Nguyễn Thị Bình', email: 'binh@vidu.vn' },
    publish: false,
    clientToken: crypto.randomUUID(),
  }
  const filed = await it.app.inject({ method: 'POST', url: '/api/v1/petitions', payload })
  const again = await it.app.inject({ method: 'POST', url: '/api/v1/petitions', payload })
  await it.app.flushFilings()
  expect([filed.statusCode, again.statusCode]).toEqual([201, 200])
  const { code, secret } = filed.json<{ code: string; secret: string }>()

  await (await mailWorker(it, server.url)).work()
  expect(server.received.map(({ from, to }) => ({ from, to }))).toEqual([
    { from: 'khong-tra-loi@congdan.example.vn', to: ['binh@vidu.vn'] },
  ])
  const [mail] = server.received
  expect(mail!.body).toContain(code)
  expect(mail!.raw + mail!.body).not.toContain(secret)
  expect(mail!.body).not.toContain('Đèn')

  const cookie = await it.signIn('khanh')
  const outbox = await it.app.inject({ url: '/lam-viec/quan-tri/hop-thu', headers: { cookie } })
  expect(outbox.statusCode).toBe(200)
  for (const seen of [code, 'b***@vidu.vn', 'Đã gửi', 'Đã tiếp nhận']) expect(outbox.body).toContain(seen)
  const index = await it.app.inject({ url: '/lam-viec/quan-tri', headers: { cookie } })
  expect(index.body).toContain('href="/lam-viec/quan-tri/hop-thu"')
})
