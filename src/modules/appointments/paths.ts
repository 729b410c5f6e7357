/** Vietnamese addresses of this module; pages put the language before them. */
export const paths = {
  schedule: '/lich-tiep-dan',
  calendar: '/lich-tiep-dan.ics',
  done: '/lich-tiep-dan/da-gui',
  track: '/lich-tiep-dan/tra-cuu',
  cancel: '/lich-tiep-dan/tra-cuu/huy',
  close: '/lich-tiep-dan/tra-cuu/dong',
  office: '/lam-viec/tiep-dan',
  days: '/lam-viec/tiep-dan/lich',
  /** The reception book, where a held appointment is written down. */
  book: '/lam-viec/so-tiep-dan',
  /** What people ask of their data, received at the same desk. */
  dataRequests: '/lam-viec/du-lieu-ca-nhan',
  enter: (code: string) => `/lam-viec/so-tiep-dan/moi?hen=${encodeURIComponent(code)}`,
  propose: '/lam-viec/tiep-dan/lich/de-nghi',
  closeDay: '/lam-viec/tiep-dan/lich/ngung',
  one: (code: string) => `/lam-viec/tiep-dan/${encodeURIComponent(code)}`,
  act: (code: string, act: string) => `/lam-viec/tiep-dan/${encodeURIComponent(code)}/${act}`,
}
