import { create } from 'qrcode'

/** Clear squares around the picture, as the standard asks. */
const QUIET = 4

interface QrCodeProps {
  content: string
  label: string
  pixels?: number | undefined
  /** How much of it may be lost: L 7 %, for long contents; M 15 %. */
  level?: 'L' | 'M'
}

/** A QR picture as one SVG path: no image file, no inline style. */
export function QrCode({ content, label, pixels = 160, level = 'M' }: QrCodeProps) {
  const { size, data } = create(content, { errorCorrectionLevel: level }).modules
  const side = size + 2 * QUIET
  let path = ''
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) if (data[y * size + x]) path += `M${x + QUIET} ${y + QUIET}h1v1h-1z`
  }
  return (
    <svg role="img" aria-label={label} width={pixels} height={pixels} viewBox={`0 0 ${side} ${side}`} shape-rendering="crispEdges">
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  )
}
