import { datasetAddress } from '../../shared/dataset.ts'

/** Vietnamese addresses of this module; pages put the language before them. */
export const paths = {
  list: '/van-ban',
  one: (slug: string) => `/van-ban/${slug}`,
  /** Fragment of a sentence on the document's page. */
  anchor: (anchorId: string) => `c-${anchorId}`,
  office: '/lam-viec/van-ban',
  create: '/lam-viec/van-ban/moi',
  officeOne: (slug: string) => `/lam-viec/van-ban/${slug}`,
  act: (slug: string, act: string) => `/lam-viec/van-ban/${slug}/${act}`,
  /** What an edition changed. */
  changes: (slug: string, edition: number) => `/lam-viec/van-ban/${slug}/ban/${edition}`,
  files: (slug: string) => `/lam-viec/van-ban/${slug}/tep`,
  showFile: (slug: string, fileId: string) => `/lam-viec/van-ban/${slug}/tep/${fileId}`,
  /** An edition that may be an older one. */
  edition: (slug: string, edition: number) => `/van-ban/${slug}?ban=${edition}`,
  data: datasetAddress('documents'),
}
