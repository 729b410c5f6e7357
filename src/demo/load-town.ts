import { type DemoPerson, demoTown } from '../../db/demo/demo-data.ts'
import {
  type Actor,
  type Auth,
  type Authority,
  createHamlet,
  createPerson,
  createUnit,
  type Scope,
  setSuperior,
  setWorkEmail,
} from '../modules/accounts/index.ts'
import { seedCalendar, setLocalTarget } from '../modules/clocks/index.ts'
import { addDays } from '../shared/civil-date.ts'
import type { DemoOptions } from './load-demo.ts'

export const DEMO_AUTHORITY_ID = 1

/** The town as pages and acts know it. */
export function siteOf(): Authority {
  const { slug, name, shortName, codePrefix, tier, remote } = demoTown.authority
  return { id: DEMO_AUTHORITY_ID, slug, name, shortName, codePrefix, tier, remote, demo: true }
}

/** One transaction: half a town never exists. */
export async function loadTown({ db, auth, password }: DemoOptions, scope: Scope): Promise<void> {
  const { authority, office } = demoTown
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('authorities')
      .values({
        id: scope.authorityId,
        slug: authority.slug,
        name: authority.name,
        short_name: authority.shortName,
        code_prefix: authority.codePrefix,
        tier: authority.tier,
        remote: authority.remote,
        demo: false,
        valid_from: authority.validFrom,
        valid_to: authority.validTo,
        host: null,
        address: office.address,
        reception_hours: office.receptionHours,
        phone: office.phone,
      })
      .execute()
    const unitIds = new Map<string, string>()
    for (const unit of demoTown.units) {
      await createUnit(trx, scope, {
        id: unit.id,
        name: unit.name,
        shortName: unit.shortName,
        kind: unit.kind,
        validFrom: authority.validFrom,
        population: unit.population ?? null,
        populationSource: 'Số tròn dùng cho trình diễn, không phải thống kê',
      })
      unitIds.set(unit.key, unit.id)
      for (const hamlet of unit.hamlets ?? []) await createHamlet(trx, scope, { id: hamlet.id, unitId: unit.id, name: hamlet.name })
    }
    await seedCalendar(trx, scope)
    const administrator = demoTown.people.find((person) => person.role === 'administrator')!
    const people = new Map<string, Actor>()
    for (const person of demoTown.people) people.set(person.username, await loadPerson({ trx, auth, password }, scope, person, unitIds))
    // Who is above a town that no longer exists: as it was; shown as a demonstration.
    await setSuperior(
      trx,
      scope,
      {
        validFrom: '2012-07-01',
        superiorId: null,
        name: 'Ủy ban nhân dân tỉnh Bình Phước (trình diễn)',
        address: 'Đường 6/1, Đồng Xoài',
        documentNumber: 'Luật Khiếu nại 2011, Điều 21 (trình diễn)',
      },
      null,
    )
    for (const target of demoTown.localTargets) {
      await setLocalTarget(trx, scope, people.get(administrator.username)!, {
        rule: target.rule,
        limit: { value: target.value, unit: target.unit },
        validFrom: addDays(target.setOn, -365),
        documentNumber: 'Quy chế tiếp công dân (trình diễn)',
        note: null,
      })
    }
  })
}

async function loadPerson(
  deps: { trx: Parameters<typeof createPerson>[0]; auth: Auth; password: string },
  scope: Scope,
  person: DemoPerson,
  unitIds: ReadonlyMap<string, string>,
): Promise<Actor> {
  const unitId = person.unit ? (unitIds.get(person.unit) ?? null) : null
  const personId = await createPerson(deps.trx, scope, deps.auth, {
    username: person.username,
    name: person.name,
    password: deps.password,
    roles: [person.role],
    unitId,
    validFrom: '2016-01-01',
  })
  // The domain of examples: no mail of the demonstration reaches anybody.
  if (person.role !== 'resident') await setWorkEmail(deps.trx, scope, personId, `${person.username}@vidu.example`)
  return { personId, username: person.username, name: person.name, roles: [person.role], unitId }
}
