import { words } from './words.ts'

const PAUSE_MS = 2_000
const AGAIN_MS = 5_000

interface Kept {
  savedAt: string
  edition: number
  others: string[]
}

interface Autosave {
  /** Something was typed. */
  touch: () => void
  /** Resolves when nothing is on its way any more; nothing is sent afterwards. */
  stop: () => Promise<void>
}

/** Sends what stands in the form a moment after the last key; tries again until it is kept. */
export function autosave(form: HTMLFormElement, articleId: string, status: HTMLElement): Autosave {
  const prefix = document.documentElement.lang === 'en' ? '/en' : ''
  const value = (name: string) => (form.elements.namedItem(name) as HTMLInputElement | null)?.value ?? ''
  const names = ['title', 'lead', 'document', 'categoryId', 'tags', 'author', 'source', 'reason']
  let timer = 0
  let running: Promise<void> | null = null
  let waiting = false
  let stopped = false

  async function send(): Promise<void> {
    waiting = false
    const fields = Object.fromEntries(names.filter((name) => form.elements.namedItem(name)).map((name) => [name, value(name)]))
    try {
      const answer = await fetch(`${prefix}/api/v1/office/articles/${articleId}/draft`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ edition: Number(value('edition')), fields }),
      })
      if (answer.status === 401) return again(words.signedOut)
      if (!answer.ok) return again(words.notKept)
      tell((await answer.json()) as Kept)
    } catch {
      // No network: the text stays on the page and is sent again.
      again(words.notKept)
    }
  }

  function tell({ savedAt, edition, others }: Kept): void {
    status.textContent = [
      words.keptAt(savedAt.slice(11, 16)),
      edition > Number(value('edition')) ? words.newer : '',
      others.length > 0 ? words.others(others.join(', ')) : '',
    ].join(' ')
    status.dataset['kept'] = savedAt
  }

  function again(reason: string): void {
    status.textContent = reason
    plan(AGAIN_MS)
  }

  function plan(ms: number): void {
    if (stopped) return
    waiting = true
    window.clearTimeout(timer)
    timer = window.setTimeout(() => {
      // One after another, so that an older text never arrives after a newer one.
      running = (running ?? Promise.resolve()).then(send)
    }, ms)
  }

  window.addEventListener('beforeunload', (event) => {
    if (waiting && !stopped) event.preventDefault()
  })

  return {
    touch: () => plan(PAUSE_MS),
    stop: async () => {
      stopped = true
      window.clearTimeout(timer)
      await running
    },
  }
}
