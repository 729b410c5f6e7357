import type { MirrorCardText } from './text.ts'

export const en: MirrorCardText = {
  title: 'A copy to take away',
  what: 'This whole log and all public data in one file: cases, articles, documents, plans, polls, open data, with the checker of receipts inside. Photos and attached files are not in it.',
  how: 'Download it, extract the whole file, open index.html. It can be read and checked without a network, from a USB stick as well.',
  download: (size) => `Download the copy (ZIP, ${size})`,
  madeAt: 'Made at',
  lines: 'Lines of the log',
  items: 'Items of data',
  sum: 'SHA-256 of the file',
  sumHint: 'A downloaded file with this very sum lacks nothing and was not changed on its way.',
  old: 'No new copy was made last night. This is the latest one.',
  none: 'There is no copy yet. The server makes one each night; the first is there after tonight.',
}
