import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { inRoot } from './paths.mjs'
import { runQuietly } from './run.mjs'
import { Refusal, step } from './say.mjs'

const stamp = inRoot('node_modules', '.congdan', 'installed')
const hidden = inRoot('node_modules', '.package-lock.json')

/** Installs the packages of the lock file unless they are there. The stamp is written last: a broken-off install is done again. */
export async function install() {
  const wanted = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!isWhole()) await step('cài các gói / install packages (npm)', installAll)
  linkOurCommand()
  mkdirSync(inRoot('node_modules', '.congdan'), { recursive: true })
  writeFileSync(stamp, wanted)
}

function fingerprint() {
  const lock = readFileSync(inRoot('package-lock.json'))
  return createHash('sha256').update(`${process.platform} ${process.arch}\n`).update(lock).digest('hex')
}

/**
 * What `npm ci` does, and checked afterwards. `npm ci` itself refuses a lock file that leaves out packages of other systems, which npm
 * writes where a registry does not carry them; nothing here installs another version than the lock file's.
 */
async function installAll() {
  rmSync(inRoot('node_modules'), { recursive: true, force: true })
  const [program, ...args] = npmCommand()
  const how = [
    'install',
    '--no-save',
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ]
  const { code, output } = await runQuietly(program, [...args, ...how], environmentOfNpm())
  if (code === 0 && isWhole()) return
  rmSync(inRoot('node_modules'), { recursive: true, force: true })
  throw new Refusal(
    `${output.trim()}\nKhông cài được các gói; hãy xem lỗi trên (mạng, ổ đĩa) rồi chạy lại. (The packages could not be installed: see above, then try again.)`,
  )
}

/** The npm that started us, else the one in PATH. */
function npmCommand() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env
  if (script && node && /npm-cli\.c?js$/.test(script) && existsSync(script) && existsSync(node)) return [node, script]
  return ['npm']
}

/** Without our own node_modules/.bin in PATH: npm is about to delete it. */
function environmentOfNpm() {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== inRoot('node_modules', '.bin'))
  return { ...process.env, PATH: path.join(delimiter) }
}

/** True when an installation, ours or one by hand, came to its end: npm's record, written last, names every package that this machine takes. */
function isWhole() {
  if (!existsSync(hidden)) return false
  const there = JSON.parse(readFileSync(hidden, 'utf8')).packages
  const wanted = Object.entries(JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')).packages)
  return wanted.every(([path, entry]) => {
    if (path === '') return true
    const found = there[path]
    if (!found) return entry.optional === true && !isForThisMachine(entry)
    return found.version === entry.version && found.integrity === entry.integrity && existsSync(inRoot(path, 'package.json'))
  })
}

/** Whether an optional package names this kind of machine. Those that name none belong to one that does. */
function isForThisMachine({ os, cpu, libc }) {
  if (!os && !cpu) return false
  return (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch)) && (!libc || libc.includes('glibc'))
}

/** npm links the commands of dependencies, never the project's own: this makes `npx congdan` work in the clone. */
function linkOurCommand() {
  const link = inRoot('node_modules', '.bin', 'congdan')
  rmSync(link, { force: true })
  symlinkSync('../../bin/congdan.mjs', link)
}
