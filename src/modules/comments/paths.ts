import type { Matter } from '../history/index.ts'
import { type Sort, writeSubject } from './comment.ts'

interface ListAddress {
  sort?: Sort | undefined
  after?: string | undefined
  /** All answers to this comment. */
  parent?: string | undefined
}

/** Vietnamese addresses of this module; pages put the language before them. */
export const paths = {
  list: '/y-kien',
  form: '/y-kien/gui',
  own: (code: string) => `/y-kien/${encodeURIComponent(code)}`,
  edit: (code: string) => `/y-kien/${encodeURIComponent(code)}/sua`,
  withdraw: (code: string) => `/y-kien/${encodeURIComponent(code)}/rut`,
  mail: (code: string) => `/y-kien/${encodeURIComponent(code)}/thu-bao`,
  /** Of one comment on the page. */
  anchor: (id: string) => `y-kien-${id}`,
  listOf: (subject: Matter, { sort, after, parent }: ListAddress = {}) => {
    const query = new URLSearchParams({
      ve: writeSubject(subject),
      ...(sort && sort !== 'newest' ? { xep: sort } : {}),
      ...(parent ? { duoi: parent } : {}),
      ...(after ? { after } : {}),
    })
    return `/y-kien?${query.toString()}`
  },
  formOf: (subject: Matter, parent?: string) =>
    `/y-kien/gui?${new URLSearchParams({ ve: writeSubject(subject), ...(parent ? { 'tra-loi': parent } : {}) }).toString()}`,
}
