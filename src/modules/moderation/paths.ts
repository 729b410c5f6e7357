/** Vietnamese addresses of this module; pages put the language before them. */
export const paths = {
  queue: '/lam-viec/kiem-duyet',
  bulk: '/lam-viec/kiem-duyet/duyet-cac-muc',
  settings: '/lam-viec/kiem-duyet/cai-dat',
  one: (id: string) => `/lam-viec/kiem-duyet/${id}`,
  act: (id: string, act: string) => `/lam-viec/kiem-duyet/${id}/${act}`,
}
