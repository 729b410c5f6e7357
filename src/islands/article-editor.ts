import { Editor, type JSONContent } from '@tiptap/core'
import { autosave } from './article-editor/autosave.ts'
import { cleanPaste } from './article-editor/clean-paste.ts'
import { extensions } from './article-editor/extensions.ts'
import { filePanel } from './article-editor/files.ts'
import { toolbarFor } from './article-editor/toolbar.ts'

/**
 * `<div data-article-editor="id" data-document="…">` around the text box of the plain markup becomes an editor. The form then sends
 * the document itself in the field `document`; what is typed is kept on the server every few seconds.
 */
for (const place of document.querySelectorAll<HTMLElement>('[data-article-editor]')) {
  const form = place.closest('form')
  const box = place.querySelector('textarea')
  // Who began to type before this script came keeps the plain box, and every letter.
  if (form && box && box.value === box.defaultValue) edit(form, place, box)
}

function edit(form: HTMLFormElement, place: HTMLElement, box: HTMLTextAreaElement): void {
  const label = place.querySelector('label')
  const field = document.createElement('input')
  field.type = 'hidden'
  field.name = 'document'
  const status = document.createElement('p')
  status.className = 'small muted'
  const surface = document.createElement('div')
  const editor = new Editor({
    element: surface,
    injectCSS: false,
    extensions: extensions(),
    content: JSON.parse(place.dataset['document'] || '{"type":"doc","content":[]}') as JSONContent,
    editorProps: {
      attributes: {
        id: box.id,
        class: 'editor-surface article-body',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label?.textContent?.trim() ?? '',
        ...(box.getAttribute('aria-describedby') ? { 'aria-describedby': box.getAttribute('aria-describedby')! } : {}),
      },
      transformPastedHTML: cleanPaste,
    },
  })
  // The place of the text box in links of an error summary is taken by the editor.
  box.id = `${box.id}-plain`
  box.hidden = true
  label?.removeAttribute('for')
  const toolbar = toolbarFor(editor)
  toolbar.append(filePanel(editor, place.dataset['articleEditor'] ?? ''))
  box.after(toolbar, surface, status, field)

  const write = () => {
    field.value = JSON.stringify(editor.getJSON())
  }
  write()
  const saving = autosave(form, place.dataset['articleEditor'] ?? '', status)
  editor.on('update', () => {
    write()
    saving.touch()
  })
  form.addEventListener('input', saving.touch)
  form.addEventListener(
    'submit',
    async (event) => {
      event.preventDefault()
      write()
      // A draft on its way must not arrive after the edition and look like something unsaved.
      await saving.stop()
      form.submit()
    },
    { once: true },
  )
}
