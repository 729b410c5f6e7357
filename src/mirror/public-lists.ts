/** One file of the mirror, out of lists of the public API. Addresses are written as in its OpenAPI; a test finds a list that is forgotten here. */
export interface PublicList {
  /** Of its file. */
  name: string
  title: string
  /** The lists, with their queries. */
  from: readonly string[]
  /** Where one of its items stands in full. */
  one?: string
  /** One line for each item: the list below it. `as`: how the line names the item. */
  below?: { list: string; as: string; key: string; one?: string }
}

const programmes = ['/api/v1/programmes?kind=plan&limit=100', '/api/v1/programmes?kind=agency&limit=100'] as const
/** What was given up stands in no other list of items. */
const tasks = ['/api/v1/tasks?limit=100', '/api/v1/tasks?status=cancelled&limit=100'] as const
const articles = ['/api/v1/articles?limit=100'] as const

export const publicLists: readonly PublicList[] = [
  { name: 'petitions', title: 'Hồ sơ công khai / public cases', from: ['/api/v1/petitions?limit=100'], one: '/api/v1/petitions/{code}' },
  { name: 'articles', title: 'Tin, bài / articles', from: articles, one: '/api/v1/articles/{slug}' },
  {
    name: 'article-corrections',
    title: 'Đính chính của tin, bài / corrections of articles',
    from: articles,
    below: {
      list: '/api/v1/articles/{slug}/corrections',
      as: 'article',
      key: 'slug',
      one: '/api/v1/articles/{slug}/corrections/{edition}',
    },
  },
  { name: 'article-categories', title: 'Chuyên mục / categories', from: ['/api/v1/article-categories'] },
  { name: 'pages', title: 'Trang giới thiệu / pages of the office', from: ['/api/v1/pages'], one: '/api/v1/pages/{slug}' },
  { name: 'documents', title: 'Văn bản / documents', from: ['/api/v1/documents?limit=100'], one: '/api/v1/documents/{slug}' },
  { name: 'programmes', title: 'Kế hoạch, chương trình / plans and programmes', from: programmes, one: '/api/v1/programmes/{slug}' },
  {
    name: 'programme-agencies',
    title: 'Cơ quan thực hiện từng kế hoạch / agencies of each plan',
    from: [programmes[0]],
    below: { list: '/api/v1/programmes/{slug}/agencies?limit=100', as: 'programme', key: 'slug' },
  },
  {
    name: 'programme-traces',
    title: 'Từ câu chữ đến việc làm / from the sentence to what was done',
    from: programmes,
    below: { list: '/api/v1/programmes/{slug}/trace?limit=100', as: 'programme', key: 'slug' },
  },
  {
    name: 'programme-reports',
    title: 'Báo cáo định kỳ / periodic reports',
    from: [programmes[0]],
    below: { list: '/api/v1/programmes/{slug}/reports', as: 'programme', key: 'slug', one: '/api/v1/reports/{code}' },
  },
  { name: 'tasks', title: 'Nhiệm vụ, chỉ tiêu / items of plans', from: tasks, one: '/api/v1/tasks/{code}' },
  {
    name: 'task-verdicts',
    title: 'Người dân nói gì về từng việc / what people say of each item',
    from: tasks,
    below: { list: '/api/v1/tasks/{code}/verdicts?limit=100', as: 'task', key: 'code' },
  },
  { name: 'polls', title: 'Thăm dò ý kiến / polls', from: ['/api/v1/polls?limit=100'], one: '/api/v1/polls/{slug}' },
  { name: 'reception-days', title: 'Lịch tiếp công dân / reception days', from: ['/api/v1/reception-days?limit=100'] },
]

/** What is one answer. */
export const publicSingles = [
  { name: 'site', title: 'Cơ quan / the office', path: '/api/v1/site' },
  { name: 'units', title: 'Đơn vị / units', path: '/api/v1/units' },
] as const

export const OPEN_DATA = '/api/v1/open-data'

/** Every address of the API that the mirror asks, as OpenAPI writes it, besides the sets that `OPEN_DATA` lists. */
export function mirroredAddresses(): string[] {
  const asked = publicLists.flatMap(({ from, one, below }) => [...from, one, below?.list, below?.one])
  return [...new Set([...asked, ...publicSingles.map(({ path }) => path), OPEN_DATA].flatMap((address) => address?.split('?')[0] ?? []))]
}
