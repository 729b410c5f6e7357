import { type Extensions, mergeAttributes, Node } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Italic } from '@tiptap/extension-italic'
import { ListItem } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'

/** A file of the article; what it is stands in its attributes, the server knows the rest. */
const image = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ fileId: { default: '' }, alt: { default: '' }, caption: { default: '' } }),
  parseHTML: () => [{ tag: 'figure[data-file]' }],
  renderHTML: ({ node }) => [
    'figure',
    { 'data-file': node.attrs['fileId'] as string },
    ['img', { src: `/tep/${node.attrs['fileId']}/nho`, alt: node.attrs['alt'] as string }],
    ['figcaption', {}, (node.attrs['caption'] || node.attrs['alt']) as string],
  ],
})

const attachment = Node.create({
  name: 'attachment',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ fileId: { default: '' }, label: { default: '' } }),
  parseHTML: () => [{ tag: 'p[data-attachment]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'p',
    mergeAttributes({ 'data-attachment': '', class: 'attachment' }, { title: HTMLAttributes['label'] as string }),
    node.attrs['label'] as string,
  ],
})

/** The same closed schema as the server's `document.ts`; a style is never written into an attribute (the policy forbids it). */
export function extensions(): Extensions {
  const plainTable = Table.extend({
    addAttributes: () => ({}),
    addNodeView: () => null,
    renderHTML: () => ['table', { class: 'govuk-table' }, ['tbody', 0]],
  })
  const bare = { addAttributes: () => ({}), content: 'paragraph+' }
  return [
    StarterKit.configure({
      blockquote: false,
      listItem: false,
      bold: false,
      italic: false,
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      horizontalRule: false,
      dropcursor: false,
      trailingNode: false,
      heading: { levels: [2, 3] },
      link: { openOnClick: false, autolink: false, linkOnPaste: true, HTMLAttributes: { target: null, rel: null, class: null } },
    }),
    Bold.extend({ parseHTML: () => [{ tag: 'strong' }, { tag: 'b' }, { tag: '[data-bold]' }] }),
    Italic.extend({ parseHTML: () => [{ tag: 'em' }, { tag: 'i' }, { tag: '[data-italic]' }] }),
    Blockquote.extend({ content: 'paragraph+' }),
    ListItem.extend({ content: 'paragraph (paragraph | bulletList | orderedList)*' }),
    plainTable.configure({ resizable: false }),
    TableRow,
    TableHeader.extend({ ...bare, renderHTML: () => ['th', { class: 'govuk-table__header' }, 0] }),
    TableCell.extend({ ...bare, renderHTML: () => ['td', { class: 'govuk-table__cell' }, 0] }),
    image,
    attachment,
  ]
}
