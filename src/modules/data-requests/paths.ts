/** Vietnamese addresses of this module; pages put the language before them. */
export const paths = {
  ask: '/du-lieu-ca-nhan',
  account: '/du-lieu-ca-nhan/tai-khoan',
  own: '/du-lieu-ca-nhan/yeu-cau',
  cancel: '/du-lieu-ca-nhan/yeu-cau/rut',
  copy: '/du-lieu-ca-nhan/yeu-cau/ban-sao',
  copyJson: '/du-lieu-ca-nhan/yeu-cau/ban-sao.json',
  close: '/du-lieu-ca-nhan/yeu-cau/dong',
  office: '/lam-viec/du-lieu-ca-nhan',
  counter: '/lam-viec/du-lieu-ca-nhan/moi',
  consents: '/lam-viec/du-lieu-ca-nhan/dong-y',
  consentsCsv: '/lam-viec/du-lieu-ca-nhan/dong-y.csv',
  consentsOf: (code: string) => `/lam-viec/du-lieu-ca-nhan/dong-y/${encodeURIComponent(code)}`,
  one: (code: string) => `/lam-viec/du-lieu-ca-nhan/${encodeURIComponent(code)}`,
  act: (code: string, act: string) => `/lam-viec/du-lieu-ca-nhan/${encodeURIComponent(code)}/${act}`,
}
