import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text as readAll } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../tests/support/app.ts'
import { importCommand } from './import.ts'

const { url, dataDir } = await testApp()
const portal = 'tests/support/nukeviet/portal-dump.sql'
const folder = mkdtempSync(join(tmpdir(), 'congdan-import-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function run(...args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const env = { DATABASE_URL: url.replace('@/', '@localhost/'), DATA_DIR: dataDir }
  const code = await importCommand(args, { env, stdin: Readable.from([]), stdout, stderr })
  stdout.end()
  stderr.end()
  return { code, out: await readAll(stdout), err: await readAll(stderr) }
}
const bring = (...args: string[]) => run('nukeviet', '--dump', portal, '--by', 'tuyet', ...args)

describe('congdan import nukeviet', () => {
  test('a dry run, then the run itself: each refusal with its reason, counts, exit 1', async () => {
    const dry = await bring('--dry-run')
    expect([dry.code, dry.out]).toEqual([1, expect.stringContaining('Chạy thử: không ghi gì.')])
    const { code, out } = await bring()
    expect(code).toBe(1)
    expect(out).toContain('KHÔNG ĐỌC ĐƯỢC  news_rows 15: không có tiêu đề')
    expect(out).toContain('cần xem  news_rows 12: không thấy tệp trong thư mục (/uploads/news/2017_02/dai-bieu.png)')
    expect(out).toMatch(/news_rows +đọc 5, đưa sang 4, đã có 0, không đọc được 1/)
    expect(out).toMatch(/comment +đọc 15, đưa sang 13, đã có 0, không đọc được 2/)
    expect(out).toMatch(/voting_rows +đọc 17, là phần của các dòng khác/)
    expect((await bring('--lang', 'en')).out).toMatch(/news_rows +read 5, brought over 0, there before 4, not read 1/)
  })

  test('the report as JSON names each row that was not read, with its reason; no half of one is left', async () => {
    const path = join(folder, 'report.json')
    await bring('--dry-run', '--report', path)
    const report = JSON.parse(readFileSync(path, 'utf8'))
    expect(report).toMatchObject({ dryRun: true, refused: 7, tables: { voting: { read: 8, refused: 3 } } })
    expect(report.rows).toContainEqual({
      kind: 'refused',
      table: 'voting',
      id: '6',
      code: 'poll_options',
      reason: expect.any(String),
      what: '',
    })
    expect(report.rows.filter((row: { kind: string }) => row.kind === 'refused')).toHaveLength(7)
    const broken = await run('nukeviet', '--dump', portal, '--by', 'tuyet', '--prefix', 'nv5', '--report', join(folder, 'none.json'))
    expect([broken.code, broken.err]).toEqual([
      1,
      expect.stringContaining('Không có bảng nào của nv5_vi_news. Ở đây có: nv4_en_news, nv4_vi_news.'),
    ])
    expect(readdirSync(folder).filter((name) => name.startsWith('none'))).toEqual([])
  })

  test('a dump without faults: exit 0', async () => {
    const dump = join(folder, 'empty.sql')
    writeFileSync(dump, "INSERT INTO `nv4_vi_news_cat` (`catid`, `title`, `alias`) VALUES (7,'Tin xã','tin-xa');\n")
    expect((await run('nukeviet', '--dump', dump, '--by', 'tuyet')).code).toBe(0)
  })

  test.each([
    [2, ['joomla'], 'Dùng sai: joomla'],
    [2, ['nukeviet', '--by', 'tuyet'], 'thiếu --dump hoặc --database'],
    [2, ['nukeviet', '--by', 'tuyet', '--dump', portal, '--database', 'mysql://a@b/c'], 'chỉ dùng một trong --dump và --database'],
    [2, ['nukeviet', '--by', 'tuyet', '--database', 'portal'], 'mysql://TEN@MAY:3306/CSDL'],
    [2, ['nukeviet', '--by', 'tuyet', '--database', 'mysql://a:b@c/d', '--password-stdin'], 'vừa có'],
    [
      1,
      ['nukeviet', '--by', 'tuyet', '--database', 'mysql://a@127.0.0.1:1/portal'],
      'Không kết nối được tới cơ sở dữ liệu 127.0.0.1:1/portal',
    ],
    [1, ['nukeviet', '--by', 'tuyet', '--dump', portal, '--report', '/nowhere/report.json'], 'Không ghi được tệp /nowhere/report.json'],
    [2, ['nukeviet', '--dump', portal], 'thiếu --by'],
    [2, ['nukeviet', '--dumb', portal], '--dumb'],
    [1, ['nukeviet', '--dump', '/nowhere.sql', '--by', 'tuyet'], 'Không đọc được tệp /nowhere.sql.'],
    [1, ['nukeviet', '--dump', portal, '--by', 'tuyet', '--files', '/nowhere'], 'Không có thư mục /nowhere.'],
    [1, ['nukeviet', '--dump', portal, '--by', 'hoa'], 'Không có biên tập viên “hoa”'],
    [1, ['nukeviet', '--dump', portal, '--by', 'tuyet', '--authority', 'nowhere'], 'Không có cơ quan này.'],
  ])('exit %i for %j', async (code, args, sentence) => {
    const answer = await run(...args)
    expect([answer.code, answer.err]).toEqual([code, expect.stringContaining(sentence)])
  })

  test('a file that is no dump is refused with where it ends', async () => {
    const dump = join(folder, 'cut.sql')
    writeFileSync(dump, "INSERT INTO `nv4_vi_news_cat` VALUES (1,'Hoạt")
    const answer = await run('nukeviet', '--dump', dump, '--by', 'tuyet')
    expect([answer.code, answer.err]).toEqual([1, expect.stringContaining('Tệp bị cắt giữa chừng')])
  })
})
