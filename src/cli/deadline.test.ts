import { PassThrough, Readable, Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { deadline } from './deadline.ts'

async function run(args: string[], input: Iterable<string | Buffer> = []): Promise<{ code: number; out: string; err: string }> {
  const kept = { out: '', err: '' }
  const sink = (name: 'out' | 'err') =>
    new Writable({
      write(chunk, _encoding, done) {
        kept[name] += String(chunk)
        done()
      },
    })
  const code = await deadline(args, { stdin: Readable.from(input, { objectMode: false }), stdout: sink('out'), stderr: sink('err') })
  return { code, ...kept }
}

test('one due date is explained in Vietnamese, day by day', async () => {
  const { code, out } = await run(['--rule', 'complaint.resolve_first', '--from', '2026-02-10'])
  expect(code).toBe(0)
  expect(out).toContain('Đến hạn: hết Thứ năm, 12/03/2026')
  expect(out).toContain('Luật Khiếu nại 2011, Đ28')
  expect(out).toContain('17/02/2026  Thứ ba       7  Tết Nguyên đán: ngày nghỉ nằm trong thời hạn vẫn tính')
  expect(out.match(/^ {2}\d\d\/\d\d\/\d{4}/gm)).toHaveLength(31)
})

test('the same in JSON, and in English', async () => {
  const { code, out } = await run(['--rule', 'complaint.accept', '--from', '2026-11-22', '--json', '--lang', 'en'])
  const answer = JSON.parse(out)
  expect(code).toBe(0)
  expect(answer).toMatchObject({ dueOn: '2026-12-02', rule: 'complaint.accept', provisional: false })
  expect(answer.steps[2]).toMatchObject({ date: '2026-11-24', counted: false, because: 'Vietnamese Culture Day: not counted' })
})

test('years without a notice say "tạm tính"', async () => {
  const { out } = await run(['--rule', 'complaint.resolve_first', '--from', '2026-12-10', '--json'])
  const answer = JSON.parse(out)
  expect(answer.provisional).toBe(true)
  expect(answer.steps.at(-1).because).toContain('tạm tính')
})

test('a refusal is a sentence and code 1', async () => {
  const { code, out, err } = await run(['--rule', 'petition.resolve', '--from', '2026-02-10'])
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toContain('Pháp luật không quy định số ngày')
  const json = await run(['--rule', 'petition.resolve', '--from', '2026-02-10', '--json'])
  expect(JSON.parse(json.out).error).toBe('rule_without_number')
})

test.each([
  [[]],
  [['--rule', 'complaint.accept']],
  [['--from', '2026-02-10']],
  [['--rule', 'complaint.accept', '--from', '2026-02-10', '--fast']],
  [['--batch', '--rule', 'complaint.accept']],
  [['--rule', 'complaint.accept', '--from', '2026-02-10', '--lang', 'fr']],
  [['stray']],
])('%j is wrong use: code 2 and the usage', async (args) => {
  const { code, err } = await run(args)
  expect(code).toBe(2)
  expect(err).toContain('congdan deadline --rule')
})

const asked = '{"rule":"complaint.accept","from":"2026-11-22"}'

test('a batch answers each line in order, whatever the lines are', async () => {
  const lines = [
    asked,
    '',
    'no json',
    'null',
    '[]',
    '7',
    '{"rule":7,"from":"2026-11-22"}',
    '{"rule":"complaint.accept"}',
    '{"rule":"complaint.accept","from":"2026-02-30"}',
    '{"rule":"__proto__","from":"2026-02-10"}',
    '{"rule":"complaint.resolve_first","from":"2026-02-10","variant":"complex, remote"}',
    '{"rule":"complaint.resolve_first","from":"2026-02-10","variant":null}\r',
    '{"rule":"complaint.resolve_first","from":"2026-02-10","variant":["complex"]}',
    '{"rule":"pdp.breach","from":"2026-02-10"}',
    '{"rule":"complaint.accept.pre2026","from":"2026-07-01"}',
    'x'.repeat(70_000),
    asked,
  ]
  const { code, out } = await run(['--batch'], [lines.join('\n')])
  expect(code).toBe(0)
  expect(
    out
      .trimEnd()
      .split('\n')
      .map((line) => Object.values(JSON.parse(line))[0]),
  ).toEqual([
    '2026-12-02',
    'malformed_line',
    'malformed_line',
    'malformed_line',
    'malformed_line',
    'malformed_line',
    'malformed_line',
    'malformed_line',
    'wrong_date',
    'unknown_rule',
    '2026-04-13',
    '2026-03-12',
    'malformed_line',
    'rule_not_a_due_date',
    'rule_not_in_force',
    'line_too_long',
    '2026-12-02',
  ])
})

test('lines cut anywhere by the pipe, also inside a letter, are put together again', async () => {
  const bytes = Buffer.from(`${asked}\n{"rule":"đơn","from":"2026-11-22"}\n${'y'.repeat(200_000)}\n${asked}\n`)
  const pieces: Buffer[] = []
  for (let at = 0; at < bytes.length; at += at < 200 ? 1 : 4093) pieces.push(bytes.subarray(at, at + (at < 200 ? 1 : 4093)))
  const { out } = await run(['--batch'], pieces)
  expect(out).toBe('{"dueOn":"2026-12-02"}\n{"error":"unknown_rule"}\n{"error":"line_too_long"}\n{"dueOn":"2026-12-02"}\n')
})

test('an empty batch has no answers', async () => {
  expect(await run(['--batch'])).toEqual({ code: 0, out: '', err: '' })
})

test('a batch waits for a slow reader instead of filling the memory', async () => {
  let taken = 0
  const stdin = Readable.from(
    (function* () {
      for (; taken < 1000; taken++) yield `${asked}\n`.repeat(100)
    })(),
    { objectMode: false },
  )
  const stdout = new PassThrough({ highWaterMark: 1024 })
  const done = deadline(['--batch'], { stdin, stdout, stderr: new PassThrough() })
  for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate)
  expect(taken).toBeLessThan(50)
  let answers = 0
  stdout.on('data', (chunk) => {
    answers += String(chunk).split('\n').length - 1
  })
  expect(await done).toBe(0)
  await new Promise(setImmediate)
  expect(answers).toBe(100_000)
})

test('a batch ends quietly when its reader is gone', async () => {
  const stdin = Readable.from(
    (function* () {
      for (;;) yield `${asked}\n`
    })(),
    { objectMode: false },
  )
  const stdout = new PassThrough()
  stdout.once('data', () => stdout.destroy())
  expect(await deadline(['--batch'], { stdin, stdout, stderr: new PassThrough() })).toBe(0)
})
