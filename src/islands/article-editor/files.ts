import type { Editor } from '@tiptap/core'
import { words } from './words.ts'

interface Taken {
  id: string
  name: string
  mediaType: string
}

/** Sends a picture or paper of the article and puts it where the cursor is; a picture never without words for those who do not see it. */
export function filePanel(editor: Editor, articleId: string): HTMLElement {
  const panel = document.createElement('details')
  panel.className = 'editor-link'
  const summary = document.createElement('summary')
  summary.className = 'editor-tool'
  summary.textContent = words.files
  const file = inputOf('file', words.chooseFile)
  file.accept = 'image/jpeg,image/png,image/webp,application/pdf,.docx,.xlsx,.odt,.ods'
  const alt = inputOf('text', words.alt)
  const caption = inputOf('text', words.caption)
  const said = document.createElement('p')
  said.role = 'status'
  said.className = 'small'
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button btn-2 btn-small'
  button.textContent = words.insert

  const chosen = () => (editor.isActive('image') ? editor.getAttributes('image') : null)
  panel.addEventListener('toggle', () => {
    const image = chosen()
    alt.value = String(image?.['alt'] ?? '')
    caption.value = String(image?.['caption'] ?? '')
    said.textContent = ''
  })
  button.addEventListener('click', async () => {
    const picked = file.files?.[0]
    const image = chosen()
    if (!picked && image) {
      editor.chain().updateAttributes('image', { alt: alt.value.trim(), caption: caption.value.trim() }).run()
      panel.open = false
      return
    }
    if (!picked) return say(words.chooseFile)
    if (picked.type.startsWith('image/') && alt.value.trim() === '') return say(words.altNeeded)
    button.disabled = true
    say(words.sending)
    const taken = await send(articleId, picked)
    button.disabled = false
    if (typeof taken === 'string') return say(taken)
    const node =
      taken.mediaType === 'image/jpeg'
        ? { type: 'image', attrs: { fileId: taken.id, alt: alt.value.trim(), caption: caption.value.trim() } }
        : { type: 'attachment', attrs: { fileId: taken.id, label: alt.value.trim() || taken.name } }
    // After whatever is chosen, never in its place; the cursor goes on below it.
    editor
      .chain()
      .focus()
      .insertContentAt(editor.state.selection.to, [node, { type: 'paragraph' }])
      .run()
    file.value = ''
    panel.open = false
  })
  function say(sentence: string): void {
    said.textContent = sentence
  }
  panel.append(summary, field(file, words.chooseFile), field(alt, words.alt), field(caption, words.caption), button, said)
  return panel
}

/** The file as the server took it, or its sentence why not. */
async function send(articleId: string, file: File): Promise<Taken | string> {
  const prefix = document.documentElement.lang === 'en' ? '/en' : ''
  const form = new FormData()
  form.append('file', file)
  try {
    const answer = await fetch(`${prefix}/api/v1/office/articles/${articleId}/files`, { method: 'POST', body: form })
    const json = (await answer.json()) as { items?: Taken[]; detail?: string }
    return json.items?.[0] ?? json.detail ?? words.notSent
  } catch {
    // No network: the choice stays, and can be sent again.
    return words.notSent
  }
}

function inputOf(type: string, label: string): HTMLInputElement {
  const input = document.createElement('input')
  input.type = type
  input.className = type === 'file' ? 'govuk-file-upload' : 'govuk-input'
  input.ariaLabel = label
  return input
}

function field(input: HTMLInputElement, label: string): HTMLElement {
  const wrapped = document.createElement('div')
  wrapped.className = 'govuk-form-group'
  const name = document.createElement('span')
  name.className = 'editor-label small'
  name.ariaHidden = 'true'
  name.textContent = label
  wrapped.append(name, input)
  return wrapped
}
