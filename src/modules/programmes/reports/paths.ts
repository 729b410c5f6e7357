/** Vietnamese addresses of periodic reports; pages put the language before them. */
export const reportPaths = {
  /** Reports of a plan: in the office, and what everybody sees. */
  ofPlan: (slug: string) => `/lam-viec/chuong-trinh/${slug}/bao-cao`,
  publicOfPlan: (slug: string) => `/loi-hua/${slug}/bao-cao`,
  one: (code: string) => `/lam-viec/bao-cao/${code}`,
  act: (code: string, act: string) => `/lam-viec/bao-cao/${code}/${act}`,
}
