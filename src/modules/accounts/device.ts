/** What a person recognises a session by: `Chrome/Android`. The full header is never kept. */
export type Device = `${string}/${string}`

// The order matters: Edge and Cốc Cốc also call themselves Chrome, and Chrome calls itself Safari.
const browsers = [
  [/CocCoc|coc_coc/i, 'Cốc Cốc'],
  [/Zalo/i, 'Zalo'],
  [/Edg/, 'Edge'],
  [/OPR|Opera/, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
] as const

const systems = [
  [/Android/, 'Android'],
  [/iPhone|iPad|iOS/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
] as const

/** Browser and system out of a User-Agent header; an empty part is unknown. */
export function deviceOf(userAgent: string | undefined): Device {
  const agent = (userAgent ?? '').slice(0, 500)
  const find = (list: readonly (readonly [RegExp, string])[]) => list.find(([form]) => form.test(agent))?.[1] ?? ''
  return `${find(browsers)}/${find(systems)}`
}
