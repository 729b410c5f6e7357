import type { ChainedCommands, Editor } from '@tiptap/core'
import { words } from './words.ts'

interface Tool {
  label: string
  run: (chain: ChainedCommands) => ChainedCommands
  /** Pressed while this is so. */
  isOn?: (editor: Editor) => boolean
  /** Shown only while this is so. */
  when?: (editor: Editor) => boolean
}

const inTable = (editor: Editor) => editor.isActive('table')

const tools: readonly Tool[] = [
  { label: words.bold, run: (chain) => chain.toggleBold(), isOn: (editor) => editor.isActive('bold') },
  { label: words.italic, run: (chain) => chain.toggleItalic(), isOn: (editor) => editor.isActive('italic') },
  { label: words.heading2, run: (chain) => chain.toggleHeading({ level: 2 }), isOn: (editor) => editor.isActive('heading', { level: 2 }) },
  { label: words.heading3, run: (chain) => chain.toggleHeading({ level: 3 }), isOn: (editor) => editor.isActive('heading', { level: 3 }) },
  { label: words.bulletList, run: (chain) => chain.toggleBulletList(), isOn: (editor) => editor.isActive('bulletList') },
  { label: words.orderedList, run: (chain) => chain.toggleOrderedList(), isOn: (editor) => editor.isActive('orderedList') },
  { label: words.blockquote, run: (chain) => chain.toggleBlockquote(), isOn: (editor) => editor.isActive('blockquote') },
  {
    label: words.table,
    run: (chain) => chain.insertTable({ rows: 3, cols: 2, withHeaderRow: true }),
    when: (editor) => !inTable(editor),
  },
  { label: words.addRow, run: (chain) => chain.addRowAfter(), when: inTable },
  { label: words.addColumn, run: (chain) => chain.addColumnAfter(), when: inTable },
  { label: words.deleteTable, run: (chain) => chain.deleteTable(), when: inTable },
  { label: words.undo, run: (chain) => chain.undo() },
  { label: words.redo, run: (chain) => chain.redo() },
]

/** A row of buttons above the text; each says in words what it does. */
export function toolbarFor(editor: Editor): HTMLElement {
  const bar = document.createElement('div')
  bar.className = 'editor-toolbar'
  bar.role = 'toolbar'
  bar.ariaLabel = words.toolbar
  const buttons = tools.map((tool) => {
    const button = buttonOf(tool.label, () => tool.run(editor.chain().focus()).run())
    bar.append(button)
    return { tool, button }
  })
  bar.append(linkForm(editor))
  const refresh = () => {
    for (const { tool, button } of buttons) {
      if (tool.isOn) button.ariaPressed = String(tool.isOn(editor))
      if (tool.when) button.hidden = !tool.when(editor)
    }
  }
  editor.on('transaction', refresh)
  refresh()
  return bar
}

function buttonOf(label: string, act: () => void): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'editor-tool'
  button.textContent = label
  button.addEventListener('click', act)
  return button
}

/** An address to put on the chosen words; open while it is being typed. */
function linkForm(editor: Editor): HTMLElement {
  const details = document.createElement('details')
  details.className = 'editor-link'
  const summary = document.createElement('summary')
  summary.className = 'editor-tool'
  summary.textContent = words.link
  const input = document.createElement('input')
  input.type = 'text'
  input.className = 'govuk-input'
  input.ariaLabel = words.linkAddress
  input.inputMode = 'url'
  const set = () => {
    const address = input.value.trim()
    const href = /^(https?:|mailto:|tel:|\/|#)/i.test(address) || address === '' ? address : `https://${address}`
    if (href === '') return
    editor.chain().focus().extendMarkRange('link').setLink({ href }).run()
    details.open = false
  }
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    set()
  })
  details.addEventListener('toggle', () => {
    if (!details.open) return
    input.value = (editor.getAttributes('link')['href'] as string | undefined) ?? ''
    input.focus()
  })
  details.append(
    summary,
    input,
    buttonOf(words.linkSet, set),
    buttonOf(words.linkRemove, () => {
      editor.chain().focus().extendMarkRange('link').unsetLink().run()
      details.open = false
    }),
  )
  return details
}
