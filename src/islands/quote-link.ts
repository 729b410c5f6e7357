/** `<a data-quote-link="doan">` takes along what the reader has marked on the page. */
const LONGEST = 500

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-quote-link]')) {
  link.addEventListener('click', () => {
    const marked = document.getSelection()?.toString().trim().slice(0, LONGEST)
    const address = new URL(link.href)
    if (marked) address.searchParams.set(link.dataset['quoteLink'] ?? '', marked)
    link.href = address.href
  })
}

export {}
