import { installAsRoot, isProgram, searchPrograms } from './debian-programs.mjs'
import { Refusal } from './say.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The browser of the browser tests: CHROME_PATH, else an installed one, else (as root) Debian's is installed. Never passed over in silence. */
export async function findChromium() {
  const given = process.env.CHROME_PATH || process.env.CHROMIUM
  if (given) {
    if (isProgram(given)) return given
    throw new Refusal(`CHROME_PATH: không có chương trình ở ${given}. (There is no program at ${given}.)`)
  }
  const found = searchPrograms(names)
  if (found) return found
  await installAsRoot('chromium', 'cài Chromium / install Chromium (apt-get)')
  const installed = searchPrograms(names)
  if (installed) return installed
  throw new Refusal(
    'Thiếu Chromium cho các phép thử trình duyệt: hãy chạy "sudo apt-get install chromium" hoặc đặt CHROME_PATH. ' +
      '(The browser tests need Chromium: run "sudo apt-get install chromium", or set CHROME_PATH.)',
  )
}
