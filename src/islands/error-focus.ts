/** Takes the reader to the error summary, and from its links into the fields themselves. */
const summary = document.querySelector<HTMLElement>('[data-error-summary]')
summary?.focus()
summary?.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href^="#"]') : null
  const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
  if (!field) return
  event.preventDefault()
  // Label first in sight, then the field in focus.
  ;(field.closest('fieldset') ?? document.querySelector(`label[for="${CSS.escape(field.id)}"]`) ?? field).scrollIntoView()
  field.focus({ preventScroll: true })
})

export {}
