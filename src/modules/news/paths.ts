import type { Article } from './article.ts'

const article = (slug: string) => `/tin-tuc/${encodeURIComponent(slug)}`
const page = (slug: string) => `/trang/${encodeURIComponent(slug)}`

/** Vietnamese addresses of this module; pages put the language before them. */
export const paths = {
  list: '/tin-tuc',
  atom: '/tin-tuc.atom',
  rss: '/tin-tuc.rss',
  article,
  page,
  /** Where readers find it. */
  shown: ({ kind, slug }: Pick<Article, 'kind' | 'slug'>) => (kind === 'page' ? page(slug) : article(slug)),
  print: (slug: string) => `/tin-tuc/${encodeURIComponent(slug)}/in`,
  corrections: (slug: string) => `/tin-tuc/${encodeURIComponent(slug)}/ban-sua`,
  correction: (slug: string, edition: number) => `/tin-tuc/${encodeURIComponent(slug)}/ban-sua?ban=${edition}#khac`,
  report: (slug: string) => `/tin-tuc/${encodeURIComponent(slug)}/bao-loi`,
  reported: (slug: string) => `/tin-tuc/${encodeURIComponent(slug)}/bao-loi/da-gui`,
  category: (slug: string) => `/tin-tuc?${new URLSearchParams({ 'chuyen-muc': slug })}`,
  tag: (slug: string) => `/tin-tuc?${new URLSearchParams({ the: slug })}`,
  office: '/lam-viec/tin-bai',
  begin: (kind: Article['kind']) => (kind === 'page' ? '/lam-viec/tin-bai/moi?loai=page' : '/lam-viec/tin-bai/moi'),
  categories: '/lam-viec/tin-bai/chuyen-muc',
  oneCategory: (id: string) => `/lam-viec/tin-bai/chuyen-muc/${encodeURIComponent(id)}`,
  mergeCategory: (id: string) => `/lam-viec/tin-bai/chuyen-muc/${encodeURIComponent(id)}/gop`,
  tags: '/lam-viec/tin-bai/the',
  tagsAfter: (after: string) => `/lam-viec/tin-bai/the?${new URLSearchParams({ after })}`,
  oneTag: (slug: string) => `/lam-viec/tin-bai/the/${encodeURIComponent(slug)}`,
  mergeTag: (slug: string) => `/lam-viec/tin-bai/the/${encodeURIComponent(slug)}/gop`,
  settings: '/lam-viec/tin-bai/cai-dat',
  reports: '/lam-viec/tin-bai/bao-loi',
  resolveReport: (id: string) => `/lam-viec/tin-bai/bao-loi/${encodeURIComponent(id)}`,
  one: (id: string) => `/lam-viec/tin-bai/${encodeURIComponent(id)}`,
  edit: (id: string) => `/lam-viec/tin-bai/${encodeURIComponent(id)}/sua`,
  act: (id: string, act: string) => `/lam-viec/tin-bai/${encodeURIComponent(id)}/viec/${act}`,
  dropDraft: (id: string) => `/lam-viec/tin-bai/${encodeURIComponent(id)}/bo-nhap`,
  files: (id: string) => `/lam-viec/tin-bai/${encodeURIComponent(id)}/tep`,
  confirmFile: (id: string, file: string) => `/lam-viec/tin-bai/${encodeURIComponent(id)}/tep/${file}/xac-nhan`,
  removeFile: (id: string, file: string) => `/lam-viec/tin-bai/${encodeURIComponent(id)}/tep/${file}/bo`,
  compare: (id: string) => `/lam-viec/tin-bai/${encodeURIComponent(id)}/so-sanh`,
}
