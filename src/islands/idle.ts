/**
 * Ends a session that nobody uses, in all tabs together, and warns before, as long as the office has set. What counts is what the
 * person does (pointer, keys, scrolling, touch) in any tab, not when the page was loaded. The server is told at most once a minute that somebody is here,
 * and that the time is over. Typed words wait on this device for the same person to sign in again; never passwords.
 */
const box = document.querySelector<HTMLElement>('[data-idle]')
const form = box?.querySelector<HTMLFormElement>('form')
const said = box?.querySelector<HTMLElement>('[data-idle-said]')
const shownLeft = box?.querySelector<HTMLElement>('[data-idle-left]')

/** The server hears of somebody this often, at most. */
const TELL_MS = 60_000
/** When the rest is said aloud: not each second. */
const SAID_AT = [120, 60, 30, 10]
const SEEN = 'idle:seen'
const TOLD = 'idle:told'
const ENDED = 'idle:ended'
const TYPED = 'typed:'

const now = () => Date.now()
const own: Record<string, number> = {}

/** The newest that any tab knows; this tab alone where storage is forbidden. */
function read(key: string): number {
  try {
    // A clock that was set back must not keep a session open.
    return Math.min(now(), Math.max(own[key] ?? 0, Number(localStorage.getItem(key) ?? 0)))
  } catch {
    return own[key] ?? 0
  }
}

function write(key: string, at: number): void {
  own[key] = at
  try {
    localStorage.setItem(key, String(at))
  } catch {
    // Each tab then watches alone.
  }
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const isTick = (field: Field): field is HTMLInputElement => field.type === 'checkbox' || field.type === 'radio'

function fieldsOf(one: HTMLFormElement): Field[] {
  return [...one.elements].filter((element): element is Field => {
    if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return element.name !== ''
    return (
      element instanceof HTMLInputElement &&
      element.name !== '' &&
      !['hidden', 'password', 'file', 'submit', 'button'].includes(element.type)
    )
  })
}

/** Forms that change something and have no draft of their own. */
const forms = () => [...document.querySelectorAll<HTMLFormElement>('main form[method="post"]:not([data-draft])')]
const typedValue = (field: Field) => (isTick(field) ? String(field.checked) : field.value)
const page = () => location.pathname + location.search

function untouched(field: Field): boolean {
  if (field instanceof HTMLSelectElement) return [...field.options].every((option) => option.selected === option.defaultSelected)
  return isTick(field) ? field.checked === field.defaultChecked : field.value === field.defaultValue
}

function keepTyped(person: string): void {
  const kept = forms().map((one) => ({
    action: one.getAttribute('action'),
    fields: fieldsOf(one).map((field) => [field.name, typedValue(field), untouched(field)] as const),
  }))
  if (!kept.some(({ fields }) => fields.some(([, , same]) => !same))) return
  sessionStorage.setItem(`${TYPED}${person}:${page()}`, JSON.stringify(kept))
}

/** Puts back what the person had typed on this page; what belongs to somebody else is deleted. */
function restoreTyped(person: string): boolean {
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(TYPED) && !key.startsWith(`${TYPED}${person}:`)) sessionStorage.removeItem(key)
  }
  const key = `${TYPED}${person}:${page()}`
  const kept = JSON.parse(sessionStorage.getItem(key) ?? '[]') as { action: string; fields: [string, string, boolean][] }[]
  sessionStorage.removeItem(key)
  let restored = false
  const left = forms()
  for (const { action, fields } of kept) {
    const place = left.findIndex((one) => one.getAttribute('action') === action)
    const one = left.splice(place, place < 0 ? 0 : 1)[0]
    if (!one) continue
    const open = fieldsOf(one)
    for (const [name, value, same] of fields) {
      const field = open.splice(
        open.findIndex((candidate) => candidate.name === name),
        1,
      )[0]
      if (same || field?.name !== name) continue
      if (isTick(field)) field.checked = value === 'true'
      else field.value = value
      field.dispatchEvent(new Event('input', { bubbles: true }))
      for (let parent = field.closest('details'); parent; parent = parent.parentElement?.closest('details') ?? null) parent.open = true
      restored = true
    }
  }
  return restored
}

function forgetTyped(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(TYPED)) sessionStorage.removeItem(key)
}

function quietly(act: () => void): void {
  try {
    act()
  } catch {
    // Storage may be full, or forbidden by the reader: the watch goes on without it.
  }
}

function watch(box: HTMLElement, form: HTMLFormElement, said: HTMLElement, shownLeft: HTMLElement): void {
  const limitMs = Number(box.dataset['idle']) * 1000
  const warnSeconds = Number(box.dataset['warn'])
  const person = box.dataset['person'] ?? ''
  let over = false
  let saidLeft = warnSeconds

  const say = (sentence: string) => {
    said.textContent = sentence
  }
  const send = (address: string) =>
    fetch(address, { method: 'POST', body: new URLSearchParams(new FormData(form) as unknown as Record<string, string>), keepalive: true })

  function goToSignIn(): void {
    over = true
    quietly(() => keepTyped(person))
    const path = page().replace(/^\/en(?=\/|$)/, '') || '/'
    location.assign(`${box.dataset['signIn']}?tiep=${encodeURIComponent(path)}`)
  }

  async function end(): Promise<void> {
    over = true
    quietly(() => keepTyped(person))
    write(ENDED, now())
    // Without an answer the server ends the session by itself, a minute later.
    await send(box.dataset['end'] ?? '').catch(() => undefined)
    goToSignIn()
  }

  async function tell(): Promise<void> {
    write(TOLD, now())
    const answer = await send(form.getAttribute('action') ?? '').catch(() => undefined)
    if (answer?.status === 401) goToSignIn()
  }

  function look(): void {
    if (over) return
    const left = Math.ceil((read(SEEN) + limitMs - now()) / 1000)
    if (left <= 0) return void end()
    if (left <= warnSeconds) {
      shownLeft.textContent = String(left)
      if (form.hidden) {
        form.hidden = false
        saidLeft = warnSeconds
        say(form.querySelector('[data-idle-words]')?.textContent ?? '')
      }
      const next = SAID_AT.find((second) => left <= second && second < saidLeft)
      if (next !== undefined) {
        saidLeft = next
        say((box.dataset['left'] ?? '').replace('#', String(left)))
      }
      return
    }
    if (!form.hidden) {
      form.hidden = true
      say(box.dataset['kept'] ?? '')
    }
    if (read(SEEN) > read(TOLD) + TELL_MS) void tell()
  }

  function isHere(event: Event): void {
    if (over) return
    // While the warning stands, its link is what keeps the session, and work in the page; a touch of the mouse is not.
    const works = ['keydown', 'input', 'pointerdown'].includes(event.type)
    if (!form.hidden && (!works || (event.target instanceof Node && box.contains(event.target)))) return
    if (!form.hidden || now() - (own[SEEN] ?? 0) > 1_000) write(SEEN, now())
    if (!form.hidden) look()
  }

  for (const type of ['pointermove', 'pointerdown', 'keydown', 'input', 'scroll', 'touchstart', 'wheel'])
    addEventListener(type, isHere, { passive: true, capture: true })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    write(SEEN, now())
    look()
    void tell()
  })
  addEventListener('storage', (event) => {
    if (event.key === ENDED && event.newValue && !over) goToSignIn()
    else if (event.key === SEEN) look()
  })
  document.addEventListener('submit', (event) => {
    if ((event.target as HTMLFormElement).action.endsWith('/dang-xuat')) quietly(forgetTyped)
  })

  // Opening a page is a use, and the server knows of it.
  write(SEEN, now())
  write(TOLD, now())
  setInterval(look, 1_000)
  quietly(() => {
    if (restoreTyped(person)) requestAnimationFrame(() => say(box.dataset['restored'] ?? ''))
  })
}

if (box && form && said && shownLeft) watch(box, form, said, shownLeft)

export {}
