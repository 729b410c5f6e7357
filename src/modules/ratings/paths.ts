/** Vietnamese addresses of this module; pages put the language before them. */
export const paths = {
  own: (slug: string) => `/tin-tuc/${encodeURIComponent(slug)}/danh-gia`,
  takeBack: (slug: string) => `/tin-tuc/${encodeURIComponent(slug)}/danh-gia/rut`,
  data: '/api/v1/open-data/article-ratings',
}
