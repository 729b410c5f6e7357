/** Addresses that a link may carry. Preact does not stop `javascript:`; anything unknown becomes the inert `#`. */
export function safeHref(href: string): string {
  // Browsers drop tabs and line ends inside an address, so they are dropped before looking. `//host` is another site: not ours to link blindly.
  const plain = Array.from(href, (letter) => (letter <= ' ' ? '' : letter)).join('')
  if (/^[/\\]{2}/.test(plain)) return '#'
  return /^(https?:\/\/|mailto:|tel:|\/|#|\?)/i.test(plain) ? href : '#'
}
