/**
 * `<input type=file data-photos="5">`: big photos are made at most 2048 px wide or high before they are sent (a cheap phone on 3G),
 * and the names and sizes of what was chosen are listed. The server checks and re-encodes everything again.
 */
const edge = 2048
const bigBytes = 1_500_000
const mostBytes = 10_000_000
const english = document.documentElement.lang === 'en'
const words = english
  ? {
      tooBig: 'larger than 10 MB',
      tooMany: (n: number) => `Choose at most ${n} files.`,
      shrunk: 'made smaller',
      working: 'Preparing the photos…',
    }
  : { tooBig: 'lớn hơn 10 MB', tooMany: (n: number) => `Chọn nhiều nhất ${n} tệp.`, shrunk: 'đã thu nhỏ', working: 'Đang chuẩn bị ảnh…' }

const size = (bytes: number) =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toLocaleString(english ? 'en-GB' : 'vi-VN', { maximumFractionDigits: 1 })} MB`

/** A smaller JPEG, or the file itself when it is small, no picture, or cannot be read here. */
async function shrink(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp)$/.test(file.type) || file.size < bigBytes) return file
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, edge / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
    if (!blob || blob.size >= file.size) return file
    return new File([blob], file.name.replace(/\.\w+$/, '.jpg'), { type: 'image/jpeg', lastModified: file.lastModified })
  } catch {
    return file
  }
}

function line(text: string, bad: boolean): HTMLLIElement {
  const item = document.createElement('li')
  item.textContent = text
  if (bad) item.className = 'bad'
  return item
}

for (const input of document.querySelectorAll<HTMLInputElement>('input[type=file][data-photos]')) {
  const most = Number(input.dataset['photos']) || Number.POSITIVE_INFINITY
  const list = document.createElement('ul')
  list.className = 'photo-list'
  list.setAttribute('aria-live', 'polite')
  input.after(list)
  let turn = 0
  input.addEventListener('change', async () => {
    turn += 1
    const mine = turn
    const chosen = [...(input.files ?? [])]
    const submits = input.form?.querySelectorAll<HTMLButtonElement>('button[type=submit]') ?? []
    if (chosen.some((file) => file.size >= bigBytes)) list.replaceChildren(line(words.working, false))
    for (const button of submits) button.disabled = true
    try {
      const ready: File[] = []
      for (const file of chosen) ready.push(await shrink(file))
      if (mine !== turn) return
      const transfer = new DataTransfer()
      for (const file of ready) transfer.items.add(file)
      input.files = transfer.files
      list.replaceChildren(
        ...(ready.length > most ? [line(words.tooMany(most), true)] : []),
        ...ready.map((file, i) => {
          const tooBig = file.size > mostBytes
          const notes = [size(file.size), file !== chosen[i] && words.shrunk, tooBig && words.tooBig].filter(Boolean)
          return line(`${file.name} · ${notes.join(' · ')}`, tooBig)
        }),
      )
    } finally {
      if (mine === turn) for (const button of submits) button.disabled = false
    }
  })
}

export {}
