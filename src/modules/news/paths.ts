/** Vietnamese addresses of this module; pages put the language before them. */
export const paths = {
  list: '/tin-tuc',
  article: (slug: string) => `/tin-tuc/${encodeURIComponent(slug)}`,
  print: (slug: string) => `/tin-tuc/${encodeURIComponent(slug)}/in`,
  category: (slug: string) => `/tin-tuc?${new URLSearchParams({ 'chuyen-muc': slug })}`,
  tag: (slug: string) => `/tin-tuc?${new URLSearchParams({ the: slug })}`,
  office: '/lam-viec/tin-bai',
  one: (id: string) => `/lam-viec/tin-bai/${encodeURIComponent(id)}`,
  edit: (id: string) => `/lam-viec/tin-bai/${encodeURIComponent(id)}/sua`,
  act: (id: string, act: string) => `/lam-viec/tin-bai/${encodeURIComponent(id)}/viec/${act}`,
  dropDraft: (id: string) => `/lam-viec/tin-bai/${encodeURIComponent(id)}/bo-nhap`,
  files: (id: string) => `/lam-viec/tin-bai/${encodeURIComponent(id)}/tep`,
  confirmFile: (id: string, file: string) => `/lam-viec/tin-bai/${encodeURIComponent(id)}/tep/${file}/xac-nhan`,
  removeFile: (id: string, file: string) => `/lam-viec/tin-bai/${encodeURIComponent(id)}/tep/${file}/bo`,
  compare: (id: string) => `/lam-viec/tin-bai/${encodeURIComponent(id)}/so-sanh`,
}
