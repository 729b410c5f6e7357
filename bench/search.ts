import { built } from './built.ts'
import type { Bench } from './report.ts'
import { compareSizes, type Town } from './sizes.ts'

const { indexDocument } = built

/** What people ask of the search; `{n}` is another number each time. */
const asked = {
  'a common word': 'duong',
  'a common word with tones': 'đường',
  'two words without tones': 'duong ngap',
  'a phrase with tones': 'đường ngập nước',
  'a rare word': 'hiem{n}',
  'a word that is nowhere': 'khongcotunay',
  'did you mean': 'dunog ngap',
} as const

/** Sentences of which the texts are made: few words, as in Vietnamese, each in thousands of texts. */
const sentences = [
  'Đường ngập nước sau mỗi trận mưa lớn, bà con đi lại khó khăn.',
  'Ủy ban nhân dân tiếp công dân vào thứ năm hằng tuần tại trụ sở.',
  'Lịch cắt điện, cấp nước và thu gom rác của khu phố trong tháng này.',
  'Kế hoạch chăm sóc cây xanh, sửa đèn đường và nạo vét cống thoát nước.',
  'Trạm y tế tiêm chủng cho trẻ em, khám sức khỏe cho người cao tuổi.',
  'Hộ nghèo, cận nghèo được hỗ trợ vay vốn, học nghề, sửa nhà.',
  'Nhân dân giám sát công trình, góp ý dự thảo và đánh giá kết quả giải quyết.',
] as const

const textOf = (n: number) => Array.from({ length: 12 }, (_, i) => sentences[(n * 7 + i * i) % sentences.length]).join(' ')

const places = { API: '/api/v1/search?type=news&q=', page: '/tim-kiem?loai=tin&q=' } as const

const pages = Object.fromEntries(
  Object.entries(asked).flatMap(([name, words]) =>
    Object.entries(places).map(([where, path]) => [
      `${name} (${where})`,
      // The braces stay, to be filled.
      { url: `${path}${encodeURIComponent(words).replace('%7Bn%7D', '{n}')}`, as: null },
    ]),
  ),
)

/** p95 of the site-wide search (API and page) at 1,000 and at 100,000 indexed texts. */
export const search: Bench = (report) => compareSizes(report, { petitions: false, noun: 'texts', pages, fill })

/** The first thousand go in by the act's own way; of the rest rows like theirs are made, with words and counts as it would have kept them. */
async function fill({ db, pool }: Town, from: number, to: number): Promise<void> {
  if (from === 0) {
    for (let n = 1; n <= to; n++) {
      const document = {
        type: 'article',
        id: `bench-${n}`,
        href: `/tin-tuc/bench-${n}`,
        title: `Tin số ${n}`,
        words: `${textOf(n)} hiem${n}`,
      }
      await db
        .transaction()
        .execute((trx) => indexDocument(trx, { authorityId: 1 }, { ...document, publishedAt: new Date(2026, 0, 1, 0, n) }))
    }
  } else {
    await pool.query(
      `with sample as (select *, row_number() over (order by subject_id) - 1 as place, count(*) over () as total from search_documents where subject_id like 'bench-%')
       insert into search_documents (authority_id, type, subject_id, href, title, words, published_at, search_plain, search_toned)
       select 1, type, 'bench-' || g, '/tin-tuc/bench-' || g, title, words, published_at - g * interval '1 minute',
         search_plain || to_tsvector('simple', 'hiem' || g), search_toned || to_tsvector('simple', 'hiem' || g)
       from generate_series($1::int, $2::int) g join sample on sample.place = g % (select total from sample limit 1)`,
      [from + 1, to],
    )
    await pool.query('update search_words set documents = (documents * $1::numeric)::integer where documents > 1', [to / from])
  }
  await pool.query('vacuum analyze search_documents, search_words')
}
