/** Vietnamese addresses of a case's receipt. */
export const slipPaths = {
  page: (code: string) => `/don/${code}/phieu`,
  /** The same in both languages. */
  file: (code: string) => `/don/${code}/phieu.json`,
} as const
