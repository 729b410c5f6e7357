import { SaxesParser } from 'saxes'

/** An element with its children in order; text lies in `text` of elements that hold it. */
export interface XmlNode {
  name: string
  attributes: Readonly<Record<string, string>>
  children: XmlNode[]
  text: string
}

/** Elements of one document: beyond this it is no plan. */
const MOST_NODES = 2_000_000

/** The tree of an XML text; null when it is not well formed, or has a document type (no entity is ever expanded). */
export function xmlTree(source: string): XmlNode | null {
  const parser = new SaxesParser()
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' }
  const open: XmlNode[] = [root]
  let broken = false
  let nodes = 0
  parser.on('error', () => {
    broken = true
  })
  parser.on('doctype', () => {
    broken = true
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node: XmlNode = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    if (++nodes > MOST_NODES) broken = true
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => void open.pop())
  parser.on('text', (text) => {
    const node = open.at(-1)
    if (node) node.text += text
  })
  parser.write(source).close()
  return broken ? null : (root.children[0] ?? null)
}

export const children = (node: XmlNode | null | undefined, name: string): XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? []

export const child = (node: XmlNode | null | undefined, name: string): XmlNode | undefined =>
  node?.children.find((one) => one.name === name)

export const attribute = (node: XmlNode | null | undefined, name: string): string | undefined => node?.attributes[name]
