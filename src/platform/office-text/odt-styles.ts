import { attribute, child, children, type XmlNode } from './xml-tree.ts'

/** What styles say, each standing on its parents. */
export interface Styles {
  /** Undefined: they say nothing of it. */
  isBold: (family: Family, name: string | undefined) => boolean | undefined
  isHidden: (family: Family, name: string | undefined) => boolean
  /** The list style that a paragraph's style names. */
  listOf: (name: string | undefined) => string | undefined
}

type Family = 'paragraph' | 'text'

interface Style {
  parent: string | undefined
  bold: boolean | undefined
  hidden: boolean | undefined
  list: string | undefined
}

/** Most styles that stand on each other. */
const MOST_STYLES = 20

/** Reads `style:style` elements. */
export function stylesOf(nodes: readonly XmlNode[]): Styles {
  const styles = new Map(
    nodes.flatMap((part) =>
      children(part, 'style:style').map((style) => [
        `${attribute(style, 'style:family')} ${attribute(style, 'style:name')}`,
        styleOf(style),
      ]),
    ),
  )
  const nearest = <K extends keyof Style>(family: Family, name: string | undefined, what: K): Style[K] | undefined => {
    let style = styles.get(`${family} ${name}`)
    for (let i = 0; style && i < MOST_STYLES; i++) {
      if (style[what] !== undefined) return style[what]
      style = styles.get(`${family} ${style.parent}`)
    }
    return undefined
  }
  return {
    isBold: (family, name) => nearest(family, name, 'bold'),
    isHidden: (family, name) => nearest(family, name, 'hidden') ?? false,
    listOf: (name) => nearest('paragraph', name, 'list'),
  }
}

function styleOf(style: XmlNode): Style {
  const letters = child(style, 'style:text-properties')
  const weight = attribute(letters, 'fo:font-weight')
  const display = attribute(letters, 'text:display')
  return {
    parent: attribute(style, 'style:parent-style-name'),
    bold: weight === undefined ? undefined : weight === 'bold' || Number(weight) >= 600,
    hidden: display === undefined ? undefined : display === 'none',
    list: attribute(style, 'style:list-style-name'),
  }
}
