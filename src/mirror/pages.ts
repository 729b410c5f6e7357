import { toBase64 } from '../shared/tlog/base64.ts'
import type { MirroredFile } from './mirror-data.ts'
import type { MirroredLog } from './mirror-log.ts'

export interface MirrorFacts {
  url: string
  at: Date
  log: MirroredLog
  keys: readonly string[]
  files: readonly MirroredFile[]
  /** The checker of receipts lies beside. */
  hasChecker: boolean
}

interface Line {
  position: number
  at: string
  type: string
  matter: string
  facts: string
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const html = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign]!)

const style = `body{font:16px/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1rem;color:#222;background:#fff}
h1{line-height:1.2}code{overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}
th,td{border-bottom:1px solid #ccc;padding:.4rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}
.scroll{overflow-x:auto}a{color:#0b4f8a}`

/** Pages for a stick: no script, nothing from elsewhere, open from the disk as they are. */
function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(title)}</title><style>${style}</style></head><body><main>
${body}
</main></body></html>
`
}

/** The days of the log with their lines, the newest first. */
export function daysOf({ leaves }: MirroredLog): Map<string, Line[]> {
  const days = new Map<string, Line[]>()
  for (const [position, bytes] of leaves.entries()) {
    const line = lineOf(position, bytes)
    const day = /^\d{4}-\d{2}-\d{2}/.exec(line.at)?.[0] ?? 'khac'
    days.set(day, [...(days.get(day) ?? []), line])
  }
  return new Map([...days].toSorted(([a], [b]) => (a < b ? 1 : -1)))
}

function lineOf(position: number, bytes: Uint8Array): Line {
  const text = new TextDecoder().decode(bytes)
  try {
    const { at, type, matter, facts } = JSON.parse(text) as Record<string, unknown>
    const { type: kind, id } = (matter ?? {}) as Record<string, unknown>
    return { position, at: String(at), type: String(type), matter: `${kind} ${id}`, facts: JSON.stringify(facts ?? {}) }
  } catch {
    // A log may hold lines that a later version wrote in another form.
    return { position, at: '', type: '', matter: '', facts: text }
  }
}

export function dayPage(day: string, lines: readonly Line[]): string {
  const rows = lines.map(
    ({ position, at, type, matter, facts }) =>
      `<tr><td>${position}</td><td>${html(at)}</td><td>${html(type)}</td><td>${html(matter)}</td><td><code>${html(facts)}</code></td></tr>`,
  )
  const head = ['Dòng / line', 'Lúc / at', 'Việc / step', 'Hồ sơ / matter', 'Dữ kiện / facts'].map((name) => `<th scope="col">${name}</th>`)
  return page(
    `Sổ công khai ${day}`,
    `<p><a href="../index.html">← Mục lục / contents</a></p><h1>Sổ công khai, ${html(day)}</h1>
<div class="scroll" tabindex="0" role="region" aria-label="${html(day)}"><table><thead><tr>${head.join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table></div>`,
  )
}

export function indexPage(facts: MirrorFacts, days: ReadonlyMap<string, readonly Line[]>): string {
  const { checkpoint, note } = facts.log.opened
  const checker = facts.hasChecker
    ? '<p><a href="kiem-chung.html"><b>Kiểm một phiếu / check a receipt</b></a>: mở được khi không có mạng. / Works without a network.</p>'
    : ''
  const list = [...days].map(([day, lines]) => `<li><a href="ngay/${html(day)}.html">${html(day)}</a>: ${lines.length} dòng / lines</li>`)
  const files = facts.files.map(
    ({ path, count }) => `<li><a href="${html(path)}">${html(path)}</a>${count === null ? '' : `: ${count} mục / items`}</li>`,
  )
  return page(
    `Bản sao sổ công khai: ${checkpoint.origin}`,
    `<h1>Bản sao sổ công khai / mirror of the public log</h1>
<p>${html(facts.url)}, ${html(facts.at.toISOString())}. Mọi dòng đã được đối chiếu với chữ ký dưới đây khi sao. / Every line was checked against the signature below when this copy was made.</p>
${checker}
<h2>Sổ / log</h2>
<ul><li>${html(checkpoint.origin)}</li><li>${checkpoint.size} dòng / lines</li><li>Gốc / root: <code>${html(toBase64(checkpoint.root))}</code></li>
<li>Khóa / key: ${facts.keys.map((key) => `<code>${html(key)}</code>`).join(', ')}</li>
<li><a href="log/checkpoint">log/checkpoint</a>: ${note.signatures.length} chữ ký / signatures (${html(note.signatures.map(({ name }) => name).join(', '))})</li></ul>
<h2>Theo ngày / by day</h2>
<ul>${list.join('\n')}</ul>
<h2>Dữ liệu công khai / public data</h2>
<ul>${files.join('\n')}</ul>`,
  )
}
