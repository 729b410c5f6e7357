/** Sends a form `data-rating` without leaving the page: the answer is the page of one's own rating, and its section takes this one's place. */
export {}

const SECTION = 'danh-gia'

async function send(form: HTMLFormElement, body: URLSearchParams): Promise<void> {
  const answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin' })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const [fresh, old] = [page.getElementById(SECTION), document.getElementById(SECTION)]
  if (!fresh || !old) throw new Error('no section')
  const section = document.importNode(fresh, true)
  old.replaceWith(section)
  const told = section.querySelector<HTMLElement>('[role=alert], [aria-live]')
  if (!told) return
  // What happened is read out from there.
  told.tabIndex = -1
  told.focus()
}

document.addEventListener('submit', (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || form.dataset['rating'] === undefined || form.dataset['busy'] !== undefined) return
  event.preventDefault()
  form.dataset['busy'] = ''
  const fields = [...new FormData(form)].map(([name, value]) => [name, String(value)])
  // Without a network, or whatever else went wrong: as without this script.
  send(form, new URLSearchParams(fields)).catch(() => form.submit())
})
