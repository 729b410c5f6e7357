/** Papers of a plan or programme, under its public address. */
export const outPaths = {
  programme: (slug: string) => `/loi-hua/${slug}/chuong-trinh.docx`,
  assignment: (slug: string) => `/loi-hua/${slug}/phan-cong.docx`,
  assignmentSheet: (slug: string) => `/loi-hua/${slug}/phan-cong.xlsx`,
  progressSheet: (slug: string) => `/loi-hua/${slug}/tien-do.xlsx`,
  /** An agency's periodic report, beside its page: everybody's once it is accepted. */
  periodic: (code: string) => `/lam-viec/bao-cao/${code}/bao-cao.docx`,
  report: (slug: string) => `/loi-hua/${slug}/bao-cao.docx`,
}
