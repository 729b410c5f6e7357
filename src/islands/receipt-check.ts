/**
 * `<form data-receipt-check="online|offline" data-keys="[…]" data-witnesses="[…]">`: checks receipts on this device, from a file, a text or
 * a picture of the square on a slip, and draws what was found into `[data-receipt-result]`. The same script runs in the file kept on a disk.
 */
import type { Lang } from '../shared/lang.ts'
import { type Explanation, explain, explainUnchecked } from '../shared/receipt-check/explain.ts'
import { explainReceipt, type Handed, sortHanded } from '../shared/receipt-check/handed.ts'
import { noteSigner, noteVerifier, signatureBy } from '../shared/tlog/note.ts'
import { checkShort, type LogFiles, type LogTrust } from '../shared/tlog/short-receipt.ts'
import { tilePath } from '../shared/tlog/tiles.ts'
import { keyTypes, newSigningKey } from '../shared/tlog/vkey.ts'
import { draw } from './receipt-check/draw.ts'

const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
const working = lang === 'en' ? 'Checking…' : 'Đang kiểm…'

/** The log over the network, from the site that this page came from. */
const served: LogFiles = {
  checkpoint: async () => (await get('/log/checkpoint')).text(),
  tile: async (tile) => new Uint8Array(await (await get(`/log/${tilePath(tile)}`)).arrayBuffer()),
}

async function get(address: string): Promise<Response> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`)
  return answer
}

/** How long a check took, where browsers' own tools and `npm run bench -- verify` look for it. */
function timed<T>(work: () => T): T {
  performance.mark('receipt-check-begins')
  const found = work()
  performance.measure('receipt-check', 'receipt-check-begins')
  return found
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-receipt-check]')) {
  const place = document.querySelector<HTMLElement>('[data-receipt-result]')
  if (place) start(form, place)
}

/** The first signature of a visit takes far longer than the next: one of nobody's is checked while nothing else is to be done. */
function warmUp(): void {
  const key = newSigningKey('warm-up', keyTypes.note)
  const { bytes } = signatureBy(noteSigner(key), '')
  for (let time = 0; time < 3; time++) noteVerifier(key.vkey).verify('', bytes)
}

function start(form: HTMLFormElement, place: HTMLElement): void {
  const trust: LogTrust = { keys: JSON.parse(form.dataset['keys'] ?? '[]'), witnesses: JSON.parse(form.dataset['witnesses'] ?? '[]') }
  const isOffline = form.dataset['receiptCheck'] === 'offline'
  const input = (id: string) => form.querySelector<HTMLInputElement>(`#${id}`)
  for (const part of form.querySelectorAll<HTMLElement>('[data-needs-script]')) part.hidden = false
  for (const part of form.querySelectorAll<HTMLElement>('[data-without-script]')) part.hidden = true

  let turn = 0
  /** Draws what the newest question found; answers that come late are dropped. */
  async function show(find: () => Promise<Explanation>): Promise<void> {
    turn += 1
    const mine = turn
    place.textContent = working
    // The word is seen before the work begins.
    await new Promise((done) => setTimeout(done))
    const explanation = await find()
    if (mine !== turn) return
    place.replaceChildren(draw(explanation))
    place.focus()
    place.scrollIntoView({ block: 'start' })
  }

  async function look(handed: Handed): Promise<Explanation> {
    if (handed.kind === 'receipt') return timed(() => explainReceipt(lang, handed.bytes, trust))
    if (handed.kind === 'other') return explainUnchecked(lang, 'unreadable')
    if (isOffline) return explainUnchecked(lang, 'shortOffline')
    if (handed.site !== null && handed.site !== location.host) return explainUnchecked(lang, 'shortElsewhere')
    try {
      return explain(lang, await checkShort(handed.short, served, trust), { short: true })
    } catch {
      return explainUnchecked(lang, 'unreached')
    }
  }

  const lookAtFile = async (file: File) => look(sortHanded(new Uint8Array(await file.arrayBuffer()), { pasted: false }))
  const lookAtText = (typed: string) => look(sortHanded(new TextEncoder().encode(typed), { pasted: true }))
  async function lookAtPicture(file: File): Promise<Explanation> {
    const { readQr } = await import('./receipt-check/read-qr.ts')
    const found = await readQr(file)
    return found === null ? explainUnchecked(lang, 'noQr') : lookAtText(found)
  }

  input('receipt')?.addEventListener('change', ({ target }) => {
    const [file] = (target as HTMLInputElement).files ?? []
    if (file) void show(() => lookAtFile(file))
  })
  for (const id of ['photo', 'picture'])
    input(id)?.addEventListener('change', ({ target }) => {
      const [file] = (target as HTMLInputElement).files ?? []
      if (file) void show(() => lookAtPicture(file))
    })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const typed = form.querySelector<HTMLTextAreaElement>('textarea')?.value.trim() ?? ''
    const [file] = input('receipt')?.files ?? []
    const [picture] = input('picture')?.files?.length ? input('picture')!.files! : (input('photo')?.files ?? [])
    void show(() => (typed ? lookAtText(typed) : file ? lookAtFile(file) : picture ? lookAtPicture(picture) : lookAtText('')))
  })

  // Not every browser tells when it is idle.
  if ('requestIdleCallback' in window) requestIdleCallback(warmUp)

  // Opened from the square on a slip: what the server said about it is checked here once more.
  const short = isOffline ? null : new URLSearchParams(location.search).get('phieu')
  if (short) void show(() => lookAtText(short))
}
