import { isIPv4, isIPv6 } from 'node:net'

/** Readers without an account that one address may bring to one subject in a day: an office of dozens behind one line. */
export const MOST_OF_ADDRESS = 50
/** The same of a net as providers give it to one customer: it holds 65,536 of the nets that one house uses. */
export const MOST_OF_NET = 200

export interface Net {
  name: string
  most: number
}

/** What an address counts towards. A house has a whole /64 of IPv6, and changes its address at will within it. */
export function netsOf(address: string): Net[] {
  const plain = address.replace(/%.*$/, '').toLowerCase()
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1] ?? plain
  if (isIPv4(mapped)) return [{ name: mapped, most: MOST_OF_ADDRESS }]
  if (!isIPv6(mapped)) return [{ name: 'unknown', most: MOST_OF_ADDRESS }]
  const groups = expanded(mapped)
  return [
    { name: `${groups.slice(0, 4).join(':')}/64`, most: MOST_OF_ADDRESS },
    { name: `${groups.slice(0, 3).join(':')}/48`, most: MOST_OF_NET },
  ]
}

/** The eight groups, without leading noughts. */
function expanded(address: string): string[] {
  const words = (part: string | undefined) => (part ? part.split(':') : []).flatMap((word) => (word.includes('.') ? ['0', '0'] : [word]))
  const [head, tail] = address.split('::')
  const [first, last] = [words(head), words(tail)]
  const missing = tail === undefined ? 0 : 8 - first.length - last.length
  return [...first, ...Array<string>(missing).fill('0'), ...last].map((word) => Number.parseInt(word, 16).toString(16))
}
