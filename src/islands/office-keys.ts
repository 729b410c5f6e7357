/** Keys on a list marked `data-key-list`: j and k walk the rows, Enter opens the row's first link, / goes to the search box, ? shows the keys. */
const rowsOf = (list: Element) => [...list.children].filter((row) => row.querySelector('a[href]'))

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

function walk(step: 1 | -1): void {
  const list = document.querySelector('[data-key-list]')
  if (!list) return
  const rows = rowsOf(list)
  const now = rows.findIndex((row) => row.classList.contains('here'))
  const next = rows[now < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(Math.max(now + step, 0), rows.length - 1)]
  if (!next) return
  rows[now]?.classList.remove('here')
  next.classList.add('here')
  // The link takes the focus, so that Enter opens it and a screen reader says it.
  next.querySelector<HTMLElement>('a[href]')?.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest' })
}

function showKeys(): void {
  const help = document.querySelector<HTMLDetailsElement>('[data-key-help]')
  if (!help) return
  const open = document.querySelector<HTMLDialogElement>('dialog.key-dialog')
  if (open) {
    open.close()
    return
  }
  const list = help.querySelector('dl')
  const title = help.querySelector('summary')?.textContent?.replace('?', '').trim() ?? ''
  if (!list) return
  const dialog = document.createElement('dialog')
  dialog.className = 'key-dialog'
  dialog.setAttribute('aria-label', title)
  const heading = document.createElement('h2')
  heading.textContent = title
  const form = document.createElement('form')
  form.method = 'dialog'
  const button = document.createElement('button')
  button.className = 'govuk-button btn-2 btn-small'
  button.textContent = document.documentElement.lang === 'en' ? 'Close' : 'Đóng'
  form.append(button)
  dialog.append(heading, list.cloneNode(true), form)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

const acts: Record<string, () => void> = {
  j: () => walk(1),
  k: () => walk(-1),
  '?': showKeys,
  '/': () =>
    document
      .querySelector<HTMLElement>('[data-key-search], input[type=search], [role=search] input, search input:not([type=hidden])')
      ?.focus(),
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return
  const act = acts[event.key]
  if (!act) return
  event.preventDefault()
  act()
})

export {}
