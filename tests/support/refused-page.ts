/** What the summary of a refused form says, a sentence a problem. */
export function problemsShown(html: string): string[] {
  return [...summaryOf(html).matchAll(/<li>(.*?)<\/li>/gs)].map(([, item]) => item!.replace(/<[^>]*>/g, ''))
}

/** Fields that the summary leads to and that are not on the page. */
export function linksToNothing(html: string): string[] {
  const ids = [...summaryOf(html).matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!)
  return ids.filter((id) => !html.includes(` id="${id}"`))
}

function summaryOf(html: string): string {
  return /<ul class="govuk-error-summary__list">.*?<\/ul>/s.exec(html)?.[0] ?? ''
}
