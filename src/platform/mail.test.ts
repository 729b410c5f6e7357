import { createServer } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { startSmtp } from '../../tests/support/smtp.ts'
import { createMailer, isMailAddress, type Mail, senderOf } from './mail.ts'

const FROM = 'khong-tra-loi@phuoclong.example.vn'
const mail: Mail = {
  id: '0195c0de-0000-7000-8000-000000000001',
  fromName: 'UBND thị xã Phước Long',
  to: 'binh@vidu.vn',
  subject: 'Đã tiếp nhận đơn PL-2026-00128',
  body: 'Kính gửi ông, bà,\n\nĐơn của ông, bà đã được tiếp nhận.\n',
  lang: 'vi',
}
const sending = (url: string, more: Partial<Mail> = {}, wholeMs?: number) => createMailer(url, FROM, wholeMs)!.send({ ...mail, ...more })
const header = (headers: string[], name: string) => headers.filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))

describe('a mail', () => {
  test('reaches the server as plain text with a Message-ID that is the same for every try', async () => {
    const server = await startSmtp()
    await sending(server.url)
    await sending(server.url)
    expect(server.received).toHaveLength(2)
    const [first, second] = server.received
    expect(first).toMatchObject({ from: FROM, to: ['binh@vidu.vn'] })
    expect(first!.body.replaceAll('\r\n', '\n').trimEnd()).toBe(mail.body.trimEnd())
    expect(header(first!.headers, 'content-type')).toEqual(['Content-Type: text/plain; charset=utf-8'])
    expect(header(first!.headers, 'message-id')).toEqual([`Message-ID: <${mail.id}@phuoclong.example.vn>`])
    expect(header(second!.headers, 'message-id')).toEqual(header(first!.headers, 'message-id'))
    expect(header(first!.headers, 'auto-submitted')).toEqual(['Auto-Submitted: auto-generated'])
    expect(header(first!.headers, 'x-mailer')).toEqual([])
  })

  test('gets no second header from a name or subject with line ends in it', async () => {
    const server = await startSmtp()
    const evil = 'Nguyễn Văn A\r\nBcc: khac@vidu.vn\r\n\r\nMua hàng\u2028Cc: nua@vidu.vn\u0000'
    await sending(server.url, { fromName: evil, subject: evil })
    const [got] = server.received
    expect(got!.to).toEqual(['binh@vidu.vn'])
    expect(got!.headers.filter((line) => /^(bcc|cc)/i.test(line))).toEqual([])
    expect(header(got!.headers, 'from')).toHaveLength(1)
    expect(got!.body).not.toContain('Mua hàng')
  })

  test.each(['binh@vidu.vn\r\nBcc: khac@vidu.vn', 'binh@vidu.vn,khac@vidu.vn', 'nhóm:khac@vidu.vn;', '<khac@vidu.vn>', 'binh', 'a@b', ''])(
    'to %j never comes to a server',
    async (to) => {
      const server = await startSmtp()
      await expect(sending(server.url, { to })).rejects.toMatchObject({ problem: 'badAddress', isFinal: true })
      expect(server.received).toEqual([])
    },
  )

  test('does not read a file or an address that its words look like', async () => {
    const server = await startSmtp()
    await sending(server.url, { body: 'file:///etc/passwd <b>đậm</b>' })
    expect(server.received[0]!.body).toContain('file:///etc/passwd <b>đậm</b>')
  })
})

describe('a failure is told by a code of ours, without the address', () => {
  const refusing = (message: string, responseCode: number) => Object.assign(new Error(`${message} binh@vidu.vn`), { responseCode })

  test('nobody listens', async () => {
    const server = await startSmtp()
    await server.close()
    await expect(sending(server.url)).rejects.toMatchObject({ problem: 'unreachable', isFinal: false })
  })

  test.each([
    [550, 'refused', true],
    [451, 'later', false],
  ])('the receiver answers %i', async (code, problem, isFinal) => {
    const server = await startSmtp({ onRcptTo: (_address, _session, done) => done(refusing('no', code)) })
    const failure = await sending(server.url).catch((error: unknown) => error)
    expect(failure).toMatchObject({ problem, isFinal })
    expect(JSON.stringify([failure, String(failure), (failure as Error).stack])).not.toContain('binh@')
  })

  test('the server does not let us send', async () => {
    const server = await startSmtp({ onMailFrom: (_address, _session, done) => done(refusing('no relay', 550)) })
    await expect(sending(server.url)).rejects.toMatchObject({ problem: 'sender', isFinal: false })
  })

  test('the password is wrong', async () => {
    const server = await startSmtp({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(refusing('no', 535)),
    })
    const url = server.url.replace('//', '//may:sai@')
    await expect(sending(url)).rejects.toMatchObject({ problem: 'signIn', isFinal: false })
  })

  test('the server is silent', async () => {
    const silent = createServer(() => undefined)
    onTestFinished(() => new Promise((resolve) => silent.close(() => resolve())))
    const port = await new Promise<number>((resolve) => {
      silent.listen(0, '127.0.0.1', () => resolve((silent.address() as { port: number }).port))
    })
    await expect(sending(`smtp://127.0.0.1:${port}`, {}, 50)).rejects.toMatchObject({ problem: 'timeout', isFinal: false })
  })
})

test('without SMTP_URL there is no mailer', () => {
  expect(createMailer(null, FROM)).toBeNull()
})

test.each([
  ['smtp://mail.example.vn?from=cong%40phuoclong.vn', 'https://cong.vn', 'cong@phuoclong.vn'],
  ['smtp://cong%40phuoclong.vn:x@mail.example.vn', null, 'cong@phuoclong.vn'],
  ['smtp://cong:x@mail.example.vn', 'https://congdan.phuoclong.vn/', 'khong-tra-loi@congdan.phuoclong.vn'],
  [null, null, 'khong-tra-loi@localhost'],
])('from %s and %s mail is sent by %s… as the settings say', (smtpUrl, publicUrl, sender) => {
  expect(senderOf(smtpUrl, publicUrl)).toBe(sender)
})

test('addresses that people really have are accepted', () => {
  for (const address of ['binh@vidu.vn', 'b.nguyen+don@mail.co.uk', 'o_o-1@xn--vidu.com.vn']) expect(isMailAddress(address)).toBe(true)
})
