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
  data: datasetAddress('documents'),
}
