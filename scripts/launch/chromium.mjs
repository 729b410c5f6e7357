import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runQuietly } from './run.mjs'
import { Refusal, step } from './say.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The browser of the browser tests: CHROME_PATH, else an installed one, else (as root) Debian's is installed. Never passed over in silence. */
export async function findChromium() {
  const given = process.env.CHROME_PATH || process.env.CHROMIUM
  if (given) {
    if (isProgram(given)) return given
    throw new Refusal(`CHROME_PATH: không có chương trình ở ${given}. (There is no program at ${given}.)`)
  }
  const found = search()
  if (found) return found
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) await step('cài Chromium / install Chromium (apt-get)', aptInstall)
  const installed = search()
  if (installed) return installed
  throw new Refusal(
    'Thiếu Chromium cho các phép thử trình duyệt: hãy chạy "sudo apt-get install chromium" hoặc đặt CHROME_PATH. ' +
      '(The browser tests need Chromium: run "sudo apt-get install chromium", or set CHROME_PATH.)',
  )
}

function search() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

async function aptInstall() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const installing = () => runQuietly('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'], env)
  const first = await installing()
  if (first.code === 0) return
  await runQuietly('apt-get', ['update'], env)
  const second = await installing()
  if (second.code !== 0) console.error(second.output.trim())
}
