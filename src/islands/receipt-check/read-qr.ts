import { decodeQR } from 'qr/decode.js'

/** Longest side in pixels at which a picture is searched: the first that shows a square will do. */
const sides = [1600, 800, 2600]
/** For one size, ms: a cheap phone takes its time, and there is no second picture. */
const PATIENCE_MS = 2500

/** What the QR code in a picture says; null without one. The picture stays on this device. */
export async function readQr(file: Blob): Promise<string | null> {
  let picture: ImageBitmap
  try {
    picture = await createImageBitmap(file)
  } catch {
    return null
  }
  try {
    for (const side of sides) {
      const found = search(picture, Math.min(1, side / Math.max(picture.width, picture.height)))
      if (found !== null) return found
    }
    return null
  } finally {
    picture.close()
  }
}

function search(picture: ImageBitmap, scale: number): string | null {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  // Where a picture is transparent it is paper.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  try {
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height)
    return decodeQR({ data, width, height }, { format: 'RGBA', effort: Number.POSITIVE_INFINITY, timeLimit: PATIENCE_MS })
  } catch {
    // The reader's way of saying that there is none.
    return null
  }
}
