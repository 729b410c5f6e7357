/** Vietnamese addresses of calendars of due days; pages put the language before them. */
export const clockPaths = {
  own: '/lam-viec/viec-cua-toi/lich',
  /** Makes a secret address anew, or takes it back. */
  address: '/lam-viec/viec-cua-toi/lich/dia-chi',
  revoke: '/lam-viec/viec-cua-toi/lich/thu-hoi',
  ownFeed: '/lam-viec/viec-cua-toi.ics',
  unitFeed: '/lam-viec/viec-cua-co-quan.ics',
  planFeed: (slug: string) => `/loi-hua/${slug}.ics`,
  progress: (slug: string) => `/lam-viec/chuong-trinh/${slug}/tien-do`,
}
