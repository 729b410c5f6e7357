/** Says under a `<textarea data-count="20000">` how many characters are left, near the end of the room only. */
const lang = document.documentElement.lang === 'en' ? 'en' : 'vi'
const shownFrom = 0.75

function words(left: number): string {
  const figure = Math.abs(left).toLocaleString(lang === 'en' ? 'en-GB' : 'vi-VN')
  if (lang === 'en') return left < 0 ? `${figure} characters too many` : `${figure} characters left`
  return left < 0 ? `Dài quá ${figure} ký tự` : `Còn ${figure} ký tự`
}

for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-count]')) {
  const max = Number(area.dataset['count'])
  const note = document.createElement('p')
  note.className = 'char-count'
  // Spoken apart and late, so that typing is not interrupted at each letter.
  const spoken = document.createElement('p')
  spoken.className = 'govuk-visually-hidden'
  spoken.setAttribute('role', 'status')
  note.setAttribute('aria-hidden', 'true')
  area.after(note, spoken)
  let timer = 0
  const show = () => {
    // Counted as the server counts: code points after NFC.
    const left = max - [...area.value.normalize('NFC').replace(/\r\n/g, '\n')].length
    note.textContent = left < max * (1 - shownFrom) ? words(left) : ''
    note.classList.toggle('over', left < 0)
    clearTimeout(timer)
    timer = window.setTimeout(() => {
      spoken.textContent = note.textContent
    }, 1200)
  }
  area.addEventListener('input', show)
  show()
}

export {}
