/** Vietnamese addresses of the check of receipts. */
export const checkPaths = {
  page: '/so-cong-khai/kiem-chung',
  /** The checker as one file. */
  file: '/so-cong-khai/kiem-chung.html',
  /** What the square on a slip holds. */
  short: (short: string) => `/so-cong-khai/kiem-chung?phieu=${short}`,
} as const
