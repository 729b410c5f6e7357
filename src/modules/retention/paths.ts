/** Vietnamese addresses of this module; pages put the language before them. */
export const paths = {
  rules: '/lam-viec/luu-giu',
  rule: (id: string) => `/lam-viec/luu-giu/quy-dinh/${encodeURIComponent(id)}`,
  next: '/lam-viec/luu-giu/sap-xoa',
  done: '/lam-viec/luu-giu/da-xong',
  holds: '/lam-viec/luu-giu/tam-giu',
  lift: (id: string) => `/lam-viec/luu-giu/tam-giu/${encodeURIComponent(id)}/bo`,
  batch: (code: string) => `/lam-viec/luu-giu/dot/${encodeURIComponent(code)}`,
}
