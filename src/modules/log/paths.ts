import type { CivilDate } from '../../shared/civil-date.ts'

/** Vietnamese addresses of this module; pages put the language before them. */
export const paths = {
  log: '/so-cong-khai',
  day: (day: CivilDate) => `/so-cong-khai?ngay=${day}`,
  ofCase: (code: string) => `/so-cong-khai?viec=${code}`,
  moves: '/so-cong-khai/thay-doi',
  leaf: (position: number) => `/so-cong-khai/dong/${position}`,
  check: '/so-cong-khai/kiem-chung',
  mirror: '/so-cong-khai/ban-sao.zip',
  checkpoint: '/log/checkpoint',
  key: '/log/key',
} as const
