import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareCommentCounts } from '../../src/modules/comments/index.ts'
import { compareArticleCounts } from '../../src/modules/news/index.ts'
import { comparePollCounts } from '../../src/modules/polls/index.ts'
import type { Db } from '../../src/platform/database.ts'
import { startCommand } from '../support/command-process.ts'
import { portalTown, scope } from '../support/portal-town.ts'
import { rowCounts } from '../support/rows.ts'

const ARTICLES = 10
const COMMENTS = 60
const POLLS = 8
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

/** What stands in a town, told without ids and without the slots of counts. */
async function stand(db: Db) {
  const { tallies: _, ...rows } = await rowCounts(db)
  const articles = await db
    .selectFrom('articles')
    .select(['title', 'status', 'body'])
    .where('title', 'like', 'Bài %')
    .orderBy('title')
    .execute()
  return {
    rows,
    articles: articles.map(({ body, ...rest }) => ({ ...rest, body: JSON.stringify(body).replace(/"fileId":"[^"]+"/g, '') })),
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
    wrongCounts: [await compareArticleCounts(db, scope), await compareCommentCounts(db, scope), await comparePollCounts(db, scope)].flat(),
  }
}

test('killed among the articles, among the comments and among the polls, the next run goes on; nothing is lost or doubled', async () => {
  const whole = await portalTown()
  await whole.bring(dump)
  const wanted = await stand(whole.db)
  expect([wanted.comments.length, wanted.wrongCounts]).toEqual([COMMENTS, []])

  const { db, url, dataDir, folder } = await portalTown()
  const file = join(folder, 'portal.sql')
  writeFileSync(file, dump)
  const env = { DATABASE_URL: url.replace('@/', '@localhost/'), DATA_DIR: dataDir }
  const start = () => startCommand(['import', 'nukeviet', '--dump', file, '--by', 'tuyet', '--files', folder], env)
  for (const place of [/news_rows 6:/, /comment 40:/, /voting 4:/]) {
    const run = start()
    await run.lineOn('stdout', place)
    run.child.kill('SIGKILL')
    expect((await run.gone)[1]).toBe('SIGKILL')
  }
  expect((await start().gone)[0]).toBe(0)
  expect(await stand(db)).toEqual(wanted)
}, 240_000)
