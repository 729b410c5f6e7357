import { longInstant } from '../shared/format.ts'
import { toBase64 } from '../shared/tlog/base64.ts'
import type { DayPages } from './day-pages.ts'
import { html, PAGE_END, pageBegin } from './html.ts'
import type { MirroredFile } from './mirror-data.ts'
import type { MirroredLog } from './mirror-log.ts'

export interface MirrorFacts {
  url: string
  at: Date
  log: MirroredLog
  keys: readonly string[]
  days: readonly DayPages[]
  files: readonly MirroredFile[]
  /** A page of each list, by its file. */
  readable: ReadonlyMap<string, string>
  /** The checker of receipts lies beside. */
  hasChecker: boolean
}

export function indexPage({ url, at, log, keys, days, files, readable, hasChecker }: MirrorFacts): string {
  const { checkpoint, note } = log.opened
  const checker = hasChecker
    ? '<p><a class="big" href="kiem-chung.html">Kiểm một phiếu / check a receipt</a><br>Mở được khi không có mạng. <span class="en">Works without a network.</span></p>'
    : ''
  const signers = note.signatures.map(({ name }) => name).join(', ')
  return `${pageBegin(`Bản sao sổ công khai: ${checkpoint.origin}`)}<h1>Bản sao sổ công khai <span class="en">/ mirror of the public log</span></h1>
<p>Chép từ <b>${html(url)}</b>, ${html(longInstant('vi', at))} (giờ Việt Nam). Mọi dòng đã được đối chiếu với chữ ký dưới đây khi sao. Dữ liệu là những gì ai cũng xem được trên trang, không cần đăng nhập; ảnh và tệp đính kèm không có trong bản sao.</p>
<p class="en">Copied from ${html(url)}, ${html(longInstant('en', at))} (Vietnamese time). Every line was checked against the signature below when this copy was made. The data is what any visitor sees without signing in; photos and attached files are not in the copy.</p>
${checker}
<h2>Sổ <span class="en">/ log</span></h2>
<ul><li>${html(checkpoint.origin)}</li><li>${checkpoint.size} dòng / lines</li><li>Gốc / root: <code>${html(toBase64(checkpoint.root))}</code></li>
<li>Khóa / key: ${keys.map((key) => `<code>${html(key)}</code>`).join(', ')}</li>
<li><a href="log/checkpoint">log/checkpoint</a>: ${note.signatures.length} chữ ký / signatures (${html(signers)}); <a href="log/key">log/key</a></li></ul>
<h2>Dữ liệu công khai <span class="en">/ public data</span></h2>
<div class="scroll" tabindex="0" role="region" aria-label="Dữ liệu công khai"><table><thead><tr><th scope="col">Nội dung / what</th><th scope="col">Tệp / file</th><th scope="col">Mục / items</th></tr></thead><tbody>
${files.map((file) => fileRow(file, readable.get(file.path))).join('\n')}
</tbody></table></div>
<p>Bấm vào nội dung để đọc. Các tệp là để máy tính dùng: .jsonl mỗi dòng một mục, .csv mở bằng phần mềm bảng tính. <span class="en">Press what you want to read. The files are for programs: .jsonl has one item a line, .csv opens in a spreadsheet.</span></p>
<h2>Sổ theo ngày <span class="en">/ the log by day</span></h2>
<ul class="days">${days.map(dayItem).join('\n')}</ul>${PAGE_END}`
}

function fileRow({ path, title, count }: MirroredFile, page: string | undefined): string {
  const name = page ? `<a href="${html(page)}">${html(title)}</a>` : html(title)
  return `<tr><td>${name}</td><td><a href="${html(path)}">${html(path.replace('data/', ''))}</a></td><td>${count ?? ''}</td></tr>`
}

function dayItem({ day, lines, pages }: DayPages): string {
  const more = pages.slice(1).map((path, at) => ` <a href="${html(path)}">(${at + 2})</a>`)
  return `<li><a href="${html(pages[0]!)}">${html(day)}</a>${more.join('')}: ${lines} dòng / lines</li>`
}

/** For who opens the archive and sees files only. */
export const READ_ME = `Bản sao sổ công khai và dữ liệu công khai.
Giải nén cả tệp ZIP ra một thư mục (Extract All), rồi mở index.html trong thư mục đó. Không cần mạng.

A mirror of the public log and of the public data.
Extract the whole ZIP into a folder (Extract All), then open index.html in it. No network is needed.
`.replaceAll('\n', '\r\n')
