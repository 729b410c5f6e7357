/** `<button data-print hidden>` appears where scripts run, and prints the page. */
for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

export {}
