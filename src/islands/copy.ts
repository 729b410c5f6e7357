/** `<span data-copy>text</span>` gets a button that copies the text; without scripts it is text to select. */
const words = document.documentElement.lang === 'en' ? { copy: 'Copy', copied: 'Copied' } : { copy: 'Sao chép', copied: 'Đã sao chép' }

for (const source of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  // Clipboards open only on https and localhost.
  if (!navigator.clipboard) continue
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button btn-quiet btn-small no-print'
  button.textContent = words.copy
  button.setAttribute('aria-live', 'polite')
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(source.textContent?.trim() ?? '')
    button.textContent = words.copied
  })
  source.after(button)
}

export {}
