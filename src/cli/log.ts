import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import { listAuthorities } from '../modules/accounts/index.ts'
import { keyFolder, rotateKey } from '../modules/log/index.ts'
import { connect } from '../platform/database.ts'
import { publicForms } from '../public-forms.ts'
import { joinDatabase } from './database.ts'

const usage = `congdan log rotate [--authority SLUG]

Đổi khóa ký của sổ công khai: khóa mới được báo trước bằng một dòng ký bằng khóa cũ, rồi sổ ký bằng khóa mới. Khóa nằm ở DATA_DIR/log.
Gives the public log a new signing key: announced by a line under the present key, then signing. Keys lie in DATA_DIR/log.
`

/** `congdan log rotate`: 0 changed, 1 refused with a reason, 2 wrong use. */
export async function logCommand([verb, ...args]: string[]): Promise<number> {
  const asked = verb === 'rotate' ? understood(args) : null
  if (!asked) {
    process.stderr.write(usage)
    return 2
  }
  const config = loadConfig(process.env)
  const database = await joinDatabase(config)
  const { db, close } = connect(database.url, 2)
  try {
    const sites = await listAuthorities(db)
    const site = asked.authority === undefined && sites.length === 1 ? sites[0] : sites.find(({ slug }) => slug === asked.authority)
    if (!site) {
      process.stderr.write(`--authority: ${sites.map(({ slug }) => slug).join(', ')}\n`)
      return 1
    }
    const changed = await rotateKey({ db, folder: keyFolder(config.dataDir), forms: publicForms }, { authorityId: site.id })
    if (!changed) {
      process.stderr.write('Chưa có sổ, hoặc khóa vừa được đổi ở nơi khác. / There is no log yet, or its key was just changed elsewhere.\n')
      return 1
    }
    process.stdout.write(`Khóa cũ / old key: ${changed.before.vkey}\nKhóa mới / new key: ${changed.now.vkey}\n`)
    return 0
  } finally {
    await close()
    await database.stop()
  }
}

function understood(args: string[]): { authority: string | undefined } | null {
  try {
    return { authority: parseArgs({ args, options: { authority: { type: 'string' } } }).values.authority }
  } catch {
    return null
  }
}
