/** Beside `<input data-similar>`: public cases that sound like what is typed. Asked in pauses of typing; nothing waits for it. */
export {}

interface Similar {
  subject: string
  statusText: string
  href: string
  /** Null: it has ended. */
  follow: { href: string; text: string } | null
}

const PAUSE_MS = 700
const LEAST_LETTERS = 8

for (const input of document.querySelectorAll<HTMLInputElement>('input[data-similar]')) {
  const place = document.getElementById(input.dataset['similar'] ?? '')
  const list = place?.querySelector('ul')
  if (!place || !list) continue
  let timer = 0
  let running: AbortController | undefined
  let asked = ''

  /** People who save data, or have hardly any network, are left in peace. */
  const spare = () => {
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean; effectiveType?: string } }
    return connection?.saveData === true || connection?.effectiveType?.includes('2g') === true
  }

  const ask = async () => {
    if (spare()) return
    const subject = input.value.trim()
    if (subject === asked) return
    asked = subject
    running?.abort()
    if (subject.length < LEAST_LETTERS) return show([])
    running = new AbortController()
    try {
      const prefix = document.documentElement.lang === 'en' ? '/en' : ''
      const answer = await fetch(`${prefix}/api/v1/petitions/similar?q=${encodeURIComponent(subject)}`, { signal: running.signal })
      if (!answer.ok) asked = ''
      else show(((await answer.json()) as { items: Similar[] }).items)
    } catch {
      // No network: asked again at the next pause. A newer question has its own.
      if (asked === subject) asked = ''
    }
  }

  const linkTo = (href: string, words: string) => {
    const link = document.createElement('a')
    link.href = href
    link.target = '_blank'
    link.rel = 'noopener'
    link.textContent = words
    return link
  }

  const show = (cases: readonly Similar[]) => {
    place.hidden = cases.length === 0
    list.replaceChildren(
      ...cases.map(({ subject, statusText, href, follow }) => {
        const item = document.createElement('li')
        item.append(linkTo(href, subject), ` (${statusText})`)
        if (follow) {
          const link = linkTo(follow.href, follow.text)
          link.setAttribute('aria-label', `${follow.text}: ${subject}`)
          item.append(' ', link)
        }
        return item
      }),
    )
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    timer = window.setTimeout(ask, PAUSE_MS)
  })
  if (input.value) void ask()
}
