import { parseArgs } from 'node:util'
import { loadConfig } from '../config.ts'
import { seedCalendar } from '../modules/clocks/index.ts'
import { connect } from '../platform/database.ts'
import { migrate } from '../platform/migrate.ts'
import { civilDateOf } from '../shared/civil-date.ts'
import { openDatabase } from './database.ts'

const usage = `congdan authority create --name TEN --short-name TEN_NGAN --slug ten-khong-dau --code-prefix XX
    [--tier commune|ward|specialZone|province] [--remote] [--host TEN_MIEN] [--address DIA_CHI] [--hours GIO_TIEP_DAN] [--phone SO]

Lập cơ quan mà máy chủ này phục vụ, kèm lịch làm việc của cả nước. Sau đó: congdan admin create.
Makes an authority that this server serves, with the national office calendar. Then: congdan admin create.
`

const tiers = ['commune', 'ward', 'specialZone', 'province'] as const

/** `congdan authority create`: 0 made, 1 refused with a reason, 2 wrong use. */
export async function authorityCommand([verb, ...args]: string[]): Promise<number> {
  const asked = verb === 'create' ? understood(args) : null
  if (!asked || 'wrong' in asked) {
    process.stderr.write(`${asked ? `${asked.wrong}\n\n` : ''}${usage}`)
    return 2
  }
  const config = loadConfig(process.env)
  const database = await openDatabase(config)
  await migrate(database.url)
  const { db, close } = connect(database.url, 2)
  try {
    await db.transaction().execute(async (trx) => {
      // One after another, so that two commands never take the same number.
      const ids = await trx.selectFrom('authorities').select('id').orderBy('id', 'desc').forUpdate().execute()
      const id = (ids[0]?.id ?? 0) + 1
      await trx
        .insertInto('authorities')
        .values({ id, ...asked.values, demo: false, valid_from: civilDateOf(new Date()), valid_to: null })
        .execute()
      await seedCalendar(trx, { authorityId: id })
    })
    process.stdout.write(`Đã lập / made: ${asked.values.name} (${asked.values.code_prefix})\n`)
    return 0
  } catch (error) {
    if ((error as { code?: string }).code !== '23505') throw error
    process.stderr.write(
      'Tên ngắn trong địa chỉ, mã đầu hồ sơ hoặc tên miền này đã có cơ quan khác dùng. / The slug, code prefix or host is taken.\n',
    )
    return 1
  } finally {
    await close()
    await database.stop()
  }
}

function understood(args: string[]) {
  const text = { type: 'string' } as const
  try {
    const { values } = parseArgs({
      args,
      options: {
        name: text,
        'short-name': text,
        slug: text,
        'code-prefix': text,
        tier: text,
        remote: { type: 'boolean' },
        host: text,
        address: text,
        hours: text,
        phone: text,
      },
    })
    const { name, slug, tier = 'commune' } = values
    const [shortName, prefix] = [values['short-name'], values['code-prefix']]
    if (!name?.trim() || !shortName?.trim() || !slug || !prefix) return { wrong: 'Thiếu --name, --short-name, --slug hoặc --code-prefix.' }
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) return { wrong: '--slug: chữ thường không dấu, số và gạch nối, ví dụ xa-phuoc-tin.' }
    if (!/^[A-Z]{2,5}$/.test(prefix)) return { wrong: '--code-prefix: hai đến năm chữ in hoa, ví dụ PT.' }
    if (!tiers.includes(tier as (typeof tiers)[number])) return { wrong: `--tier: ${tiers.join(', ')}.` }
    return {
      values: {
        name: name.normalize('NFC').trim(),
        short_name: shortName.normalize('NFC').trim(),
        slug,
        code_prefix: prefix,
        tier,
        remote: values.remote ?? false,
        host: values.host?.toLowerCase() ?? null,
        address: values.address ?? '',
        reception_hours: values.hours ?? '',
        phone: values.phone ?? '',
      },
    }
  } catch (error) {
    return { wrong: (error as Error).message }
  }
}
