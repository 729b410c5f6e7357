import { createReadStream } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { html, PAGE_END, pageBegin } from './html.ts'
import type { MirroredFile } from './mirror-data.ts'

/** On a page: items, and letters beyond which no item more begins on it. */
const MOST_ITEMS = 100
const MOST_LETTERS = 500_000
const FOLDER = 'xem'
const UNFINISHED = 'xem.part'

/** What names an item, the best first. */
const names = ['subject', 'title', 'question', 'name', 'programme', 'article', 'task', 'on', 'code', 'slug']
/** What is read first; the rest stands folded below. */
const words = ['lead', 'details', 'body', 'passages', 'answer', 'sentences']

/** Pages of the lists for people: each item with its words, and all that is known of it below. @returns the first page by its file */
export async function writeItemPages(folder: string, files: readonly MirroredFile[]): Promise<ReadonlyMap<string, string>> {
  await rm(join(folder, UNFINISHED), { recursive: true, force: true })
  await mkdir(join(folder, UNFINISHED), { recursive: true })
  const first = new Map<string, string>()
  for (const { path, title, count } of files) {
    if (!count) continue
    const name = path.replace(/^data\/|\.jsonl$/g, '')
    await writePages(folder, { path, title, name })
    first.set(path, `${FOLDER}/${pageName(name, 0)}`)
  }
  await rm(join(folder, FOLDER), { recursive: true, force: true })
  await rename(join(folder, UNFINISHED), join(folder, FOLDER))
  return first
}

const pageName = (name: string, number: number) => `${name}${number === 0 ? '' : `-${number + 1}`}.html`

async function writePages(folder: string, list: { path: string; title: string; name: string }): Promise<void> {
  const { path, title, name } = list
  let items: string[] = []
  let letters = 0
  let number = 0
  const put = async (isLast: boolean) => {
    const turn = [
      `<a href="../index.html">← Mục lục / contents</a>`,
      ...(number > 0 ? [`<a href="${pageName(name, number - 1)}">Trang trước / previous</a>`] : []),
      ...(isLast ? [] : [`<a href="${pageName(name, number + 1)}">Trang sau / next</a>`]),
    ].join(' · ')
    const page = `${pageBegin(title)}<p>${turn}</p><h1>${html(title)}</h1>\n${items.join('\n')}<p>${turn}</p>${PAGE_END}`
    await writeFile(join(folder, UNFINISHED, pageName(name, number)), page)
    items = []
    letters = 0
    number++
  }
  for await (const line of createInterface({ input: createReadStream(join(folder, path)), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (items.length === MOST_ITEMS || letters > MOST_LETTERS) await put(false)
    const article = articleOf(JSON.parse(line) as Record<string, unknown>)
    items.push(article)
    letters += article.length
  }
  if (items.length > 0) await put(true)
}

function articleOf(item: Record<string, unknown>): string {
  const name = names.map((key) => item[key]).find((value) => typeof value === 'string' && value !== '') ?? ''
  const paragraphs = words.flatMap((key) => wordsOf(item[key])).map((text) => `<p>${html(text)}</p>`)
  const rest = Object.fromEntries(Object.entries(item).filter(([key]) => !words.includes(key)))
  return `<article><h2>${html(String(name))}</h2>${paragraphs.join('')}<details><summary>Mọi thông tin / all that is known</summary>${shown(rest)}</details></article>`
}

/** The sentences in a text of any form: plain, parts with a `text`, a document of blocks. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split('\n').filter((line) => line.trim() !== '')
  if (Array.isArray(value)) return value.flatMap(wordsOf)
  if (typeof value !== 'object' || value === null) return []
  const { text, content } = value as { text?: unknown; content?: unknown }
  if (typeof text === 'string') return wordsOf(text)
  if (!Array.isArray(content)) return []
  // Pieces of one line stand together; blocks stand apart.
  const isLine = content.some((piece) => typeof (piece as { text?: unknown }).text === 'string')
  return isLine ? [content.flatMap(wordsOf).join('')] : content.flatMap(wordsOf)
}

/** Any value as lists of names and what they hold; what is empty is left out. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return `<ul>${value.map((one) => `<li>${shown(one)}</li>`).join('')}</ul>`
  if (typeof value !== 'object' || value === null) return html(String(value))
  const rows = Object.entries(value).filter(([, held]) => !isEmpty(held))
  return `<dl>${rows.map(([key, held]) => `<dt>${html(key)}</dt><dd>${shown(held)}</dd>`).join('')}</dl>`
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)
