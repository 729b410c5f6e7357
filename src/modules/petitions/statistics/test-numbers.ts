export interface NumberLink {
  n: number
  /** Query of the list that it opens, with its question mark. */
  search: string
  said: string
}

/** Numbers of a page that are ways to a list of cases. */
export function numberLinks(html: string): NumberLink[] {
  return [...html.matchAll(/<a href="\/lam-viec(\?[^"]*)">([\d.]+)<span class="govuk-visually-hidden">([^<]*)/g)].map(
    ([, search, n, said]) => ({
      n: Number(n!.replaceAll('.', '')),
      search: search!.replaceAll('&amp;', '&'),
      said: said!,
    }),
  )
}
