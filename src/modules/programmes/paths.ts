import { datasetAddress } from '../../shared/dataset.ts'

/** Vietnamese addresses of this module; pages put the language before them. */
export const paths = {
  /** "Lời hứa và việc làm": the plans. */
  list: '/loi-hua',
  one: (slug: string) => `/loi-hua/${slug}`,
  trace: (slug: string) => `/loi-hua/${slug}/doi-chieu`,
  unit: (unitId: string) => `/loi-hua/co-quan/${unitId}`,
  task: (code: string) => `/loi-hua/viec/${code}`,
  verdict: (code: string) => `/loi-hua/viec/${code}/nhan-xet`,
  /** Officers: plans and programmes, "việc của tôi", "việc của cơ quan", the chairman's overview. */
  office: '/lam-viec/chuong-trinh',
  create: '/lam-viec/chuong-trinh/moi',
  officeOne: (slug: string) => `/lam-viec/chuong-trinh/${slug}`,
  act: (slug: string, act: string) => `/lam-viec/chuong-trinh/${slug}/${act}`,
  proposals: (slug: string) => `/lam-viec/chuong-trinh/${slug}/doc-ke-hoach`,
  /** An item of a draft. */
  item: (slug: string, code: string) => `/lam-viec/chuong-trinh/${slug}/viec/${code}`,
  own: '/lam-viec/viec-cua-toi',
  ofUnit: '/lam-viec/viec-cua-co-quan',
  overview: '/lam-viec/chuong-trinh/toan-canh',
  officeTask: (code: string) => `/lam-viec/nhiem-vu/${code}`,
  taskAct: (code: string, act: string) => `/lam-viec/nhiem-vu/${code}/${act}`,
  data: datasetAddress('promises'),
}
