import { datasetAddress } from '../../shared/dataset.ts'

/** Vietnamese addresses of this module; pages put the language before them. */
export const paths = {
  list: '/tham-do',
  one: (slug: string) => `/tham-do/${slug}`,
  vote: (slug: string) => `/tham-do/${slug}/bieu-quyet`,
  office: '/lam-viec/tham-do',
  create: '/lam-viec/tham-do/moi',
  officeOne: (slug: string) => `/lam-viec/tham-do/${slug}`,
  act: (slug: string, act: string) => `/lam-viec/tham-do/${slug}/${act}`,
  data: datasetAddress('polls'),
}
