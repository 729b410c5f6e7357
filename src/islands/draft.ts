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
  values: Values
}
type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const words =
  document.documentElement.lang === 'en'
    ? { restored: 'Your draft has been restored.', clear: 'Delete the draft', cleared: 'The draft has been deleted.' }
    : { restored: 'Đã khôi phục bản nháp.', clear: 'Xóa bản nháp', cleared: 'Đã xóa bản nháp.' }

function isKept(element: Element): element is Input {
  if (element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement) return element.name !== ''
  return (
    element instanceof HTMLInputElement &&
    element.name !== '' &&
    (element.type === 'hidden' ? 'draftKeep' in element.dataset : !['password', 'file', 'submit', 'button'].includes(element.type))
  )
}

const isTick = (input: Input): input is HTMLInputElement =>
  input instanceof HTMLInputElement && (input.type === 'radio' || input.type === 'checkbox')

function keptInputs(form: HTMLFormElement): Input[] {
  return [...form.elements].filter(isKept)
}

function read(form: HTMLFormElement): Values {
  const saved: Values = {}
  for (const input of keptInputs(form)) {
    saved[input.name] ??= []
    if (!isTick(input) || input.checked) saved[input.name]!.push(input.value)
  }
  return saved
}

/** Puts the draft back; what the server wrote into the form (after an error) is newer and wins. True when something changed. */
function restore(form: HTMLFormElement, saved: Values): boolean {
  let changed = false
  const place: Record<string, number> = {}
  for (const input of keptInputs(form)) {
    const values = saved[input.name]
    if (!Array.isArray(values)) continue
    if (isTick(input)) {
      const group = keptInputs(form).filter((other) => other.name === input.name)
      const written = group.some((other) => isTick(other) && other.defaultChecked)
      if (!written && values.includes(input.value) && !input.checked) {
        input.checked = true
        changed = true
      }
      continue
    }
    const i = place[input.name] ?? 0
    place[input.name] = i + 1
    const value = values[i]
    if (value && input.type === 'hidden') input.value = value
    else if (value && !input.value) {
      input.value = value
      changed ||= input.value === value
    }
  }
  return changed
}

/** `fresh` holds the hidden values that the server gave: a deleted draft must not leave its token behind. */
function note(form: HTMLFormElement, key: string, fresh: Map<Input, string>): void {
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
    forget(key)
    text.textContent = words.cleared
    button.remove()
    keptInputs(form)[0]?.focus()
  })
  box.append(text, button)
  form.prepend(box)
  // A status region is read out only when its words come after it.
  requestAnimationFrame(() => {
    text.textContent = words.restored
  })
}

function find(key: string): Values | undefined {
  const saved = JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as Saved | null
  if (saved && Date.now() - saved.at < keptMs) return saved.values
  forget(key)
  return undefined
}

function forget(key: string): void {
  localStorage.removeItem(prefix + key)
}

function start(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-draft-clear]')) forget(element.dataset['draftClear'] ?? '')
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-draft]')) {
    const key = form.dataset['draft'] ?? ''
    const saved = find(key)
    const fresh = new Map(keptInputs(form).flatMap((input) => (input.type === 'hidden' ? [[input, input.value] as const] : [])))
    if (saved && restore(form, saved)) note(form, key, fresh)
    const save = () => localStorage.setItem(prefix + key, JSON.stringify({ at: Date.now(), values: read(form) } satisfies Saved))
    form.addEventListener('input', save)
    form.addEventListener('change', save)
  }
}

try {
  start()
} catch {
  // Storage may be full, or forbidden by the reader: the form works without it.
}

export {}
