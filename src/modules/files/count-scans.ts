/** Passes that a progressive JPEG of any camera or program stays far below (usually 10); thousands are legal, and take a core for minutes. */
export const MAX_SCANS = 100

/** How many times a JPEG goes over its picture, up to its end marker. Counted before decoding, which cannot be stopped halfway. */
export function countScans(jpeg: Buffer): number {
  let scans = 0
  let at = 0
  while (at + 4 <= jpeg.length) {
    if (jpeg[at] !== 0xff || isFiller(jpeg[at + 1]!)) {
      const next = jpeg.indexOf(0xff, at + 1)
      if (next < 0) break
      at = next
      continue
    }
    const marker = jpeg[at + 1]!
    if (marker === 0xd9) break
    if (marker === 0xda) scans++
    // A segment says its length; the picture's data after a scan's header is walked until the next marker.
    at += marker === 0xd8 ? 2 : 2 + Math.max(2, jpeg.readUInt16BE(at + 2))
  }
  return scans
}

/** After FF: a stuffed zero, a restart mark, another FF, or a mark without a segment. */
function isFiller(code: number): boolean {
  return code === 0x00 || code === 0x01 || code === 0xff || (code >= 0xd0 && code <= 0xd7)
}
