import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import { countScans, MAX_SCANS } from './count-scans.ts'
import type { RefusalCode } from './file.ts'
import type { Sniffed } from './sniff-type.ts'

// Only the three decoders we need, whatever a file claims to be: no SVG, no TIFF, no PDF through this library.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp'] })
// Every photo is read once: a cache of decoded pixels would only hold memory.
sharp.cache(false)

/** Longest side in pixels: enough to read a number plate, small on a phone. */
const LONGEST_SIDE = 2048
const THUMB_SIDE = 480

type PhotoType = Exclude<Sniffed, 'pdf' | 'zip' | 'ole'>

/** Largest picture that is decoded. A JPEG is reduced while it is read; the others stand whole in memory. */
const maxPixels: Record<PhotoType, number> = { jpeg: 80_000_000, png: 50_000_000, webp: 50_000_000 }

/** Drawing is given up after this many seconds; reading a JPEG cannot be, hence the limit of its scans. */
const SECONDS = 20

export interface Photo {
  jpeg: Buffer
  thumb: Buffer
  width: number
  height: number
}

/**
 * Draws the photo anew: upright, sRGB, at most 2048 px, as JPEG, and a WebP thumbnail. Nothing of the file's metadata (EXIF, GPS, XMP, colour
 * profiles, hidden thumbnails, bytes after the end) is carried over. Of an animation the first frame is kept; see-through parts become white.
 */
export async function reencodePhoto(path: string, type: PhotoType): Promise<Photo | RefusalCode> {
  const size = await readSize(path)
  if (!size || size.format !== type) return 'file_damaged'
  if (size.width * size.height > maxPixels[type]) return 'file_image_too_large'
  if (type === 'jpeg' && countScans(await readFile(path)) > MAX_SCANS) return 'file_damaged'
  try {
    const { data: jpeg, info } = await sharp(path, {
      // Warnings are forgiven (some phones write odd but whole JPEGs), cut or wrong data is not.
      failOn: 'error',
      limitInputPixels: maxPixels[type],
    })
      .autoOrient()
      .resize(LONGEST_SIDE, LONGEST_SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      // Screenshots carry small coloured letters: keep their colour sharp.
      .jpeg({ quality: 82, chromaSubsampling: type === 'jpeg' ? '4:2:0' : '4:4:4' })
      .timeout({ seconds: SECONDS })
      .toBuffer({ resolveWithObject: true })
    const thumb = await sharp(jpeg)
      .resize(THUMB_SIDE, THUMB_SIDE, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 75 })
      .toBuffer()
    return { jpeg, thumb, width: info.width, height: info.height }
  } catch {
    // Every failure of the decoder is about these bytes: they were read whole and their size is known to be fair.
    return 'file_damaged'
  }
}

/** From the header alone: a bomb is weighed before anything is unpacked. */
async function readSize(path: string): Promise<{ format: string; width: number; height: number } | undefined> {
  try {
    const { format, width, height } = await sharp(path, { limitInputPixels: false }).metadata()
    return { format, width, height }
  } catch {
    return undefined
  }
}
