import { createHmac } from 'node:crypto'
import type { Trx } from '../../platform/database.ts'
import type { CivilDate } from '../../shared/civil-date.ts'
import type { Actor, Authority, Scope } from '../accounts/index.ts'
import { findByToken } from './appointment-repository.ts'
import { type AskOptions, askAppointment } from './ask-appointment.ts'
import { findPattern } from './day-pattern.ts'
import { type AppointmentOptions, actOn } from './feature.ts'
import { proposeReceptionDays } from './propose-days.ts'
import { listDays } from './reception-days.ts'

/** The coming Wednesday mornings of the demonstration town. */
export async function seedReceptionDays(trx: Trx, scope: Scope, today: CivilDate): Promise<number> {
  return proposeReceptionDays(trx, scope, today, { ...(await findPattern(trx, scope)), leader: 'Chủ tịch Ủy ban nhân dân', capacity: 6 })
}

export interface DemoAppointmentOptions extends AskOptions {
  scope: Scope
  site: Pick<Authority, 'codePrefix'>
  /** The reception officer who confirms and cancels. */
  officer: Actor
  today: CivilDate
}

const people = [
  {
    name: 'Trương Thị Bình',
    phone: '0900 000 001',
    subject: 'Mốc giới thửa đất ở khu phố 3',
    words: 'Nhà tôi và nhà bên cạnh chưa thống nhất mốc giới, mong được xem bản đồ.',
  },
  { name: 'Nguyễn Văn Thịnh', phone: '0900 000 002', subject: 'Bụi từ xe chở đá qua đường Lý Thái Tổ', words: null },
  { name: 'Phạm Thị Lan', phone: null, subject: 'Hỏi về trợ cấp cho người cao tuổi', words: 'Mẹ tôi 81 tuổi, hồ sơ nộp đã lâu.' },
]

/** Three appointments: one waits, one is confirmed, one was cancelled. Safe to run again: nothing is made twice. */
export async function loadDemoAppointments(options: DemoAppointmentOptions): Promise<void> {
  const { db, now, scope, site, officer, today } = options
  await db.transaction().execute((trx) => seedReceptionDays(trx, scope, today))
  const days = (await listDays(db, scope, today, null, 10)).items.filter((day) => day.on > today && day.free > 0)
  const runner: AppointmentOptions = { db, appKey: options.appKey, now, publicUrl: null, dropPages: () => undefined }
  for (const [i, { name, phone, subject, words }] of people.entries()) {
    const day = days[i % Math.max(1, days.length)]
    const clientToken = demoToken(options.appKey, i)
    if (!day || (await findByToken(db, scope, clientToken))) continue
    const input = { on: day.on, part: day.part, subject, words, filer: { name, phone }, clientToken }
    const { matter } = await askAppointment(options, scope, site, input)
    const access = { appointment: matter, roles: new Set(['receptionOfficer'] as const) }
    const request = { scope, actor: officer }
    if (i === 1) await actOn(runner, request, access, 'confirm', { on: day.on, at: day.starts, place: day.place })
    if (i === 2) await actOn(runner, request, access, 'cancel', { reason: 'Việc này bộ phận một cửa đã giải quyết xong trong ngày.' })
  }
}

/** The same at each loading, and known to nobody without the server's key. */
function demoToken(appKey: Buffer, i: number): string {
  const hex = createHmac('sha256', appKey).update(`demo-appointment:${i}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
