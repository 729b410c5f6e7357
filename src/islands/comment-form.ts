/** Puts the form of its own page beside what is commented on, where a link `data-comment-form` or the place of the first form asks for it. */
export {}

const FORM = 'gui-y-kien'

/** Only one form at a time: its fields have fixed ids. */
async function bring(link: HTMLAnchorElement, place: Element): Promise<void> {
  const answer = await fetch(link.href, { credentials: 'same-origin' })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const form = page.getElementById(FORM)
  if (!answer.ok || !form) throw new Error('no form')
  document.getElementById(FORM)?.remove()
  const own = document.importNode(form, true)
  place.append(own)
  own.querySelector<HTMLElement>('input:not([type=hidden]):not([tabindex="-1"]), textarea')?.focus()
}

document.addEventListener('click', (event) => {
  const link = (event.target as Element | null)?.closest<HTMLAnchorElement>('[data-comment-place] a, a[data-comment-form]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
  const place = link.dataset['commentForm'] ? document.getElementById(link.dataset['commentForm']) : link.closest('[data-comment-place]')
  if (!place) return
  event.preventDefault()
  // Without a network, or whatever else went wrong: the page itself.
  bring(link, place).catch(() => location.assign(link.href))
})
