import type { Readable, Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import {
  accountsText,
  createPerson,
  generatePassword,
  type Hasher,
  hashPassword,
  isGuessable,
  isUsername,
  listAuthorities,
  normalUsername,
  PASSWORD_MAX,
  PASSWORD_MIN,
} from '../modules/accounts/index.ts'
import { audit } from '../modules/history/index.ts'
import type { Db } from '../platform/database.ts'
import { DomainError } from '../shared/errors.ts'
import { type Lang, langs } from '../shared/lang.ts'
import { isStorable, nfc } from '../shared/vietnamese-text.ts'

export interface AdminCreateDeps {
  db: Db
  /** Tests hash quickly. */
  hasher?: Hasher
  stdin?: Readable
  stdout?: Pick<Writable, 'write'>
  stderr?: Pick<Writable, 'write'>
}

/** `congdan admin create`: makes an administrator. 0 done, 1 refused with a reason, 2 wrong use. */
export async function adminCreate(args: readonly string[], deps: AdminCreateDeps): Promise<number> {
  const { db, hasher = { hash: (password) => hashPassword(password) }, stdin = process.stdin } = deps
  const { stdout = process.stdout, stderr = process.stderr } = deps
  const asked = understood(args)
  const words = accountsText[asked.lang].command
  const refuse = (sentence: string, exit: 1 | 2) => {
    stderr.write(`${sentence}\n`)
    return exit
  }
  if (asked.help) {
    stdout.write(`${words.usage}\n`)
    return 0
  }
  if (asked.wrong) return refuse(`${words.wrongUse(asked.wrong)}\n\n${words.usage}`, 2)

  const username = normalUsername(asked.username)
  const name = nfc(asked.name).replace(/\s+/g, ' ').trim()
  if (!isUsername(username)) return refuse(words.wrongUsername, 1)
  if (name === '' || [...name].length > 200 || !isStorable(name)) return refuse(words.wrongName, 1)
  const authority = (await listAuthorities(db)).find(({ slug }) => asked.authority === undefined || slug === asked.authority)
  if (!authority) return refuse(words.noAuthority, 1)
  const password = asked.passwordStdin ? await firstLine(stdin) : generatePassword()
  if (password.length < PASSWORD_MIN || password.length > PASSWORD_MAX || !isStorable(password) || isGuessable(password, username)) {
    return refuse(words.wrongPassword(PASSWORD_MIN, PASSWORD_MAX), 1)
  }
  try {
    const scope = { authorityId: authority.id }
    await db.transaction().execute(async (trx) => {
      const person = { username, name, password, roles: ['administrator'] as const, passwordIsTemporary: !asked.passwordStdin }
      const personId = await createPerson(trx, scope, hasher, person)
      await audit(trx, scope, { personId: 'command' }, 'person.added', null, { personId, roles: person.roles })
    })
  } catch (error) {
    if (error instanceof DomainError) return refuse(accountsText[asked.lang].errors[error.code] ?? error.code, 1)
    throw error
  }
  stdout.write(`${words.created(name, username)}\n`)
  if (!asked.passwordStdin) stdout.write(`${words.password(password)}\n`)
  return 0
}

interface Asked {
  lang: Lang
  help: boolean
  username: string
  name: string
  authority: string | undefined
  passwordStdin: boolean
  /** What is wrong with the use, in the reader's language. */
  wrong: string | undefined
}

function understood(args: readonly string[]): Asked {
  const nothing = { lang: 'vi' as Lang, help: false, username: '', name: '', authority: undefined, passwordStdin: false }
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: true,
      options: {
        username: { type: 'string' },
        name: { type: 'string' },
        authority: { type: 'string' },
        'password-stdin': { type: 'boolean', default: false },
        lang: { type: 'string', default: 'vi' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const lang = langs.find((one) => one === values.lang)
    const { missing } = accountsText[lang ?? 'vi'].command
    const absent = (['username', 'name'] as const).find((option) => values[option] === undefined)
    return {
      lang: lang ?? 'vi',
      help: values.help,
      username: values.username ?? '',
      name: values.name ?? '',
      authority: values.authority,
      passwordStdin: values['password-stdin'],
      wrong: lang ? absent && missing(`--${absent}`) : `--lang ${values.lang}`,
    }
  } catch (error) {
    return { ...nothing, wrong: (error as Error).message }
  }
}

/** The first line of standard input, without its line end. */
async function firstLine(stdin: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stdin) {
    chunks.push(Buffer.from(chunk))
    if (Buffer.concat(chunks).includes(10) || chunks.length > 1000) break
  }
  return (Buffer.concat(chunks).toString('utf8').split('\n')[0] ?? '').replace(/\r$/, '')
}
