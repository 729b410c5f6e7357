import { SaxesParser } from 'saxes'

/** An element with its children in order. */
export interface XmlNode {
  name: string
  attributes: Readonly<Record<string, string>>
  children: XmlNode[]
  /** All letters directly in the element. */
  text: string
}

/** Name of a child that is letters between elements, where `xmlTree` is asked to keep their place. */
export const LETTERS = '#text'

/** Elements of one document: beyond this it is no plan. */
const MOST_NODES = 2_000_000
/** Elements within each other: whoever nests deeper wants the reader to fall over. */
const MOST_DEPTH = 200

/** The tree of an XML text; null when it is not well formed, too large, or has a document type (no entity is ever expanded). */
export function xmlTree(source: string, { lettersInPlace = false } = {}): XmlNode | null {
  const parser = new SaxesParser()
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' }
  const open: XmlNode[] = [root]
  let broken = false
  let nodes = 0
  const add = (node: XmlNode) => {
    if (++nodes > MOST_NODES) broken = true
    if (!broken) open.at(-1)?.children.push(node)
  }
  parser.on('error', () => {
    broken = true
  })
  parser.on('doctype', () => {
    broken = true
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node: XmlNode = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    add(node)
    open.push(node)
    if (open.length > MOST_DEPTH) broken = true
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => {
    const node = open.at(-1)
    if (!node) return
    node.text += text
    if (lettersInPlace && node !== root) add({ name: LETTERS, attributes: {}, children: [], text })
  })
  parser.write(source).close()
  return broken ? null : (root.children[0] ?? null)
}

export const children = (node: XmlNode | null | undefined, name: string): XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? []

export const child = (node: XmlNode | null | undefined, name: string): XmlNode | undefined =>
  node?.children.find((one) => one.name === name)

export const attribute = (node: XmlNode | null | undefined, name: string): string | undefined => node?.attributes[name]
