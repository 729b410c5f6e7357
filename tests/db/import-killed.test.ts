import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startCommand } from '../support/command-process.ts'
import { portalTown } from '../support/portal-town.ts'
import { rowCounts } from '../support/rows.ts'

const ARTICLES = 24
const COMMENTS = 90
const POLLS = 12
/** Each row has something to look at, so that the command says a line of each. */
const written = {
  articles: Array.from(
    { length: ARTICLES },
    (_, i) => `(${i + 1},0,1487834160,1,1487834160,'Bài ${i + 1}','bai-${i + 1}','2017_02/hoi-nghi.png')`,
  ),
  details: Array.from({ length: ARTICLES }, (_, i) => `(${i + 1},'<p>Nội dung ${i + 1} <a href="javascript:x">bấm</a></p>',1)`),
  comments: Array.from({ length: COMMENTS }, (_, i) => {
    const parent = i % 3 === 2 ? i : 0
    return `(${i + 1},'news',${(Math.floor(i / 3) % ARTICLES) + 1},${parent},'Ý kiến ${i + 1}','kem.png',${1_487_840_000 + i},'Người ${i + 1}',${i % 5 === 4 ? 0 : 1})`
  }),
  polls: Array.from({ length: POLLS }, (_, i) => `(${i + 1},'Câu hỏi ${i + 1}',1,'6',1487000000,0,1)`),
  answers: Array.from({ length: POLLS * 2 }, (_, i) => `(${i + 1},${Math.floor(i / 2) + 1},'Câu ${i % 2}',${i * 7})`),
}
const dump = `
INSERT INTO nv4_vi_news_rows (id,catid,addtime,status,publtime,title,alias,homeimgfile) VALUES ${written.articles};
INSERT INTO nv4_vi_news_detail (id,bodyhtml,imgposition) VALUES ${written.details};
INSERT INTO nv4_vi_comment (cid,module,id,pid,content,attach,post_time,post_name,status) VALUES ${written.comments};
INSERT INTO nv4_vi_voting (vid,question,acceptcm,groups_view,publ_time,exp_time,act) VALUES ${written.polls};
INSERT INTO nv4_vi_voting_rows (id,vid,title,hitstotal) VALUES ${written.answers};
`

/** A town, the command that brings the portal to it, and what stands there afterwards, told without ids. */
async function townWithCommand() {
  const { db, url, dataDir, folder } = await portalTown()
  const file = join(folder, 'portal.sql')
  writeFileSync(file, dump)
  const env = { DATABASE_URL: url.replace('@/', '@localhost/'), DATA_DIR: dataDir }
  const start = () => startCommand(['import', 'nukeviet', '--dump', file, '--by', 'tuyet', '--files', folder], env)
  const stand = async () => ({
    rows: await rowCounts(db),
    articles: await db
      .selectFrom('articles')
      .select(['title', 'status', 'body'])
      .where('title', 'like', 'Bài %')
      .orderBy('title')
      .execute(),
    comments: await db
      .selectFrom('comments')
      .innerJoin('comment_words', 'comment_id', 'id')
      .select(['body', 'status', 'replies', 'sent_at'])
      .orderBy('sent_at')
      .execute(),
    polls: await db
      .selectFrom('polls')
      .innerJoin('poll_counts', 'poll_id', 'id')
      .select(['question', 'voters', 'votes'])
      .orderBy('question')
      .execute(),
  })
  return { start, stand }
}

const bodies = (stand: { articles: { body: unknown }[] }) =>
  stand.articles.map(({ body }) => JSON.stringify(body).replace(/"fileId":"[^"]+"/g, '"fileId":""'))

test('killed among the articles, among the comments and among the polls, the next run goes on; nothing is lost or doubled', async () => {
  const whole = await townWithCommand()
  expect((await whole.start().gone)[0]).toBe(0)
  const wanted = await whole.stand()
  expect(wanted.comments).toHaveLength(COMMENTS)

  const cut = await townWithCommand()
  for (const place of [/news_rows 9:/, /news_rows 17:/, /comment 40:/, /comment 30:/, /voting 5:/]) {
    const run = cut.start()
    await run.lineOn('stdout', place)
    run.child.kill('SIGKILL')
    expect((await run.gone)[1]).toBe('SIGKILL')
  }
  expect((await cut.start().gone)[0]).toBe(0)
  const stands = await cut.stand()
  expect(bodies(stands)).toEqual(bodies(wanted))
  expect({ ...stands, articles: stands.articles.map(({ status }) => status) }).toEqual({
    ...wanted,
    articles: wanted.articles.map(({ status }) => status),
  })
}, 180_000)
