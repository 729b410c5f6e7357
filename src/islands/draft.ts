/**
 * Keeps what is typed into `<form data-draft="key">` on this device until it is sent; never passwords or files, and of hidden
 * fields only those marked `data-draft-keep` (the token of a sending, so that sending again after a lost reply makes no second one).
 * A page with `data-draft-clear="key"` (the one that says "received") forgets it.
 */
const prefix = 'draft:'
/** A shared computer should not keep a stranger's words for ever. */
const keptMs = 14 * 86_400_000

type Values = Record<string, string[]>
interface Saved {
  at: number
  /** What the server had written into the form: when that has changed since, the draft is old and stays out. */
  base: string
  values: Values
}
type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const words =
  document.documentElement.lang === 'en'
    ? { restored: 'Your draft has been restored.', clear: 'Delete the draft', cleared: 'The draft has been deleted.' }
    : { restored: 'Đã khôi phục bản nháp.', clear: 'Xóa bản nháp', cleared: 'Đã xóa bản nháp.' }

const isTick = (input: Input): input is HTMLInputElement => input.type === 'radio' || input.type === 'checkbox'

function isKept(element: Element): element is Input {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return element.name !== ''
  if (!(element instanceof HTMLInputElement) || element.name === '') return false
  return element.type === 'hidden' ? 'draftKeep' in element.dataset : !['password', 'file', 'submit', 'button'].includes(element.type)
}

const inputsOf = (form: HTMLFormElement): Input[] => [...form.elements].filter(isKept)

function read(form: HTMLFormElement): Values {
  const values: Values = {}
  for (const input of inputsOf(form)) {
    values[input.name] ??= []
    if (!isTick(input) || input.checked) values[input.name]!.push(input.value)
  }
  return values
}

/** The visible fields as the server sent them, whatever the browser itself has put back since. */
function baseOf(form: HTMLFormElement): string {
  const written = inputsOf(form).map((input) => {
    if (input instanceof HTMLSelectElement) return [...input.options].map((option) => option.defaultSelected)
    if (input.type === 'hidden') return null
    return isTick(input) ? input.defaultChecked : input.defaultValue
  })
  return JSON.stringify(written)
}

function shownIn(form: HTMLFormElement): string {
  return JSON.stringify(inputsOf(form).map((input) => (isTick(input) ? input.checked : input.type !== 'hidden' && input.value)))
}

/** True when something that the reader sees has changed. */
function restore(form: HTMLFormElement, values: Values): boolean {
  const before = shownIn(form)
  const place: Record<string, number> = {}
  for (const input of inputsOf(form)) {
    const kept = values[input.name]
    if (!kept) continue
    if (isTick(input)) {
      input.checked = kept.includes(input.value)
      continue
    }
    const i = place[input.name] ?? 0
    place[input.name] = i + 1
    if (kept[i] !== undefined) input.value = kept[i]
  }
  return shownIn(form) !== before
}

/** `fresh` holds the hidden values that the server gave: a deleted draft must not leave its token behind. */
function note(form: HTMLFormElement, key: string, fresh: readonly (readonly [Input, string])[]): void {
  const box = document.createElement('div')
  box.className = 'draft-note'
  const text = document.createElement('span')
  text.setAttribute('role', 'status')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'as-link'
  button.textContent = words.clear
  button.addEventListener('click', () => {
    form.reset()
    for (const [input, value] of fresh) input.value = value
    localStorage.removeItem(prefix + key)
    text.textContent = words.cleared
    button.remove()
    inputsOf(form)
      .find((input) => input.type !== 'hidden')
      ?.focus()
  })
  box.append(text, button)
  form.prepend(box)
  // A status region is read out only when its words come after it.
  requestAnimationFrame(() => {
    text.textContent = words.restored
  })
}

function find(key: string): Saved | undefined {
  const saved = JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as Saved | null
  return saved && Date.now() - saved.at < keptMs ? saved : undefined
}

function keep(form: HTMLFormElement): void {
  const key = form.dataset['draft'] ?? ''
  const saved = find(key)
  // After a refused sending the page holds what was typed; the draft goes on from there.
  const refused = document.querySelector('[data-error-summary]') !== null
  const base = refused && saved ? saved.base : baseOf(form)
  const fresh = inputsOf(form).flatMap((input) => (input.type === 'hidden' ? [[input, input.value] as const] : []))
  if (!refused && saved?.base === base && restore(form, saved.values)) note(form, key, fresh)
  const save = () => localStorage.setItem(prefix + key, JSON.stringify({ at: Date.now(), base, values: read(form) } satisfies Saved))
  form.addEventListener('input', save)
  form.addEventListener('change', save)
}

try {
  for (const mark of document.querySelectorAll<HTMLElement>('[data-draft-clear]'))
    localStorage.removeItem(prefix + mark.dataset['draftClear'])
  document.querySelectorAll<HTMLFormElement>('form[data-draft]').forEach(keep)
} catch {
  // Storage may be full, or forbidden by the reader: the form works without it.
}

export {}
