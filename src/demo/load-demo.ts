import {
  type DemoAct,
  type DemoPerson,
  type DemoPetition,
  type DemoVisit,
  demoPetitions,
  demoTown,
  demoVisits,
  inFilingOrder,
  withDates,
} from '../../db/demo/demo-data.ts'
import { pastPetitions } from '../../db/demo/past.ts'
import {
  type Actor,
  type Auth,
  type Authority,
  createHamlet,
  createPerson,
  createUnit,
  isPassword,
  listStaff,
  type Scope,
  setSuperior,
  setWorkEmail,
} from '../modules/accounts/index.ts'
import { loadDemoAppointments } from '../modules/appointments/index.ts'
import { seedCalendar, setLocalTarget } from '../modules/clocks/index.ts'
import { actAs, checkFigures, filePetition, type Petition, type PetitionOptions } from '../modules/petitions/index.ts'
import { loadDemoPoll } from '../modules/polls/index.ts'
import { enterCounterFiling } from '../modules/receptions/index.ts'
import { proposeBatches, turnRule } from '../modules/retention/index.ts'
import { carryOverCounters, setStartingViews } from '../modules/visits/index.ts'
import { personalDataSources } from '../personal-data-sources.ts'
import type { Db } from '../platform/database.ts'
import { addDays, type CivilDate, civilDateOf } from '../shared/civil-date.ts'
import '../modules/accounts/accounts.table.ts'
import { demoToken } from './demo-token.ts'
import { loadArticles, loadPages, seedArticle, seedViews } from './load-articles.ts'
import { loadDemoFollower } from './load-followers.ts'
import { loadVisit } from './load-visits.ts'

export interface DemoOptions {
  db: Db
  auth: Auth
  appKey: Buffer
  /** Password of every demonstration person. */
  password: string
  now: Date
  /** False: the town and its people alone, for tests. */
  petitions?: boolean
  /** True: also the year before, for the figures; takes some seconds. */
  past?: boolean
}

const DEMO_AUTHORITY_ID = 1

/** What the town's earlier portal showed at the foot of its page. */
const earlierCounters = { readOn: '2017-02-23', online: 20, today: 73, month: 16_243, total: 234_791 } as const

/** `unfinished`: a load was broken off; loading again goes on where it stopped. `other`: a real authority lives here. */
export async function demoState(db: Db): Promise<'empty' | 'unfinished' | 'finished' | 'other'> {
  const authority = await db.selectFrom('authorities').select(['slug', 'demo']).orderBy('id').limit(1).executeTakeFirst()
  if (!authority) return 'empty'
  if (authority.demo) return 'finished'
  return authority.slug === demoTown.authority.slug ? 'unfinished' : 'other'
}

/** True while a demonstration person can sign in with this password: the one that everybody can read. */
export async function demoOpensWith(db: Db, password: string): Promise<boolean> {
  if (['empty', 'other'].includes(await demoState(db))) return false
  const people = demoTown.people.map((person) => person.username)
  const rows = await db
    .selectFrom('auth_users')
    .innerJoin('auth_accounts', 'auth_accounts.user_id', 'auth_users.id')
    .select('auth_accounts.password')
    .where('auth_users.username', 'in', people)
    .where('auth_accounts.provider_id', '=', 'credential')
    .execute()
  for (const { password: hash } of rows) if (hash && (await isPassword(hash, password))) return true
  return false
}

/**
 * Loads the town of the seed: units, people, calendar, forty petitions in every state, filed and worked on by the very acts
 * that people use, only earlier. Safe to run again: nothing is made twice.
 */
export async function loadDemo(options: DemoOptions): Promise<void> {
  const scope = { authorityId: DEMO_AUTHORITY_ID }
  if ((await demoState(options.db)) === 'empty') await loadTown(options, scope)
  const people = await findDemoPeople(options.db, scope)
  if (options.petitions !== false) {
    const { db, appKey, now } = options
    await loadDemoAppointments({ db, appKey, now: () => now, scope, site: siteOf(), officer: people.get('hoa')!, today: civilDateOf(now) })
    await loadDemoPoll({ db, now }, scope, people.get('tuyet')!)
    for (const matter of inOrder(options.past ? pastPetitions : []))
      await ('filer' in matter
        ? loadPetition(options, scope, people, matter)
        : loadVisit({ db, appKey, now }, scope, people.get('hoa')!, matter))
    await loadDemoFollower(db, scope, people.get('binh')!, now)
    await checkFigures(db, scope, now)
    await loadArticles({ db, appKey, now }, scope, people)
    await loadPages({ db, appKey, now }, scope, people)
    await db.transaction().execute((trx) => setStartingViews(trx, scope, seedArticle(appKey), seedViews))
    await db.transaction().execute((trx) => carryOverCounters(trx, scope, { carriedOverOn: civilDateOf(now), ...earlierCounters }))
    await announceDemoErasure(options, scope, people.get('khanh')!)
  }
  await options.db.updateTable('authorities').set({ demo: true }).where('id', '=', scope.authorityId).execute()
}

/** One rule on, with one batch announced: the oldest answered cases of the year before. */
async function announceDemoErasure({ db, appKey, now }: DemoOptions, scope: Scope, administrator: Actor): Promise<void> {
  if (
    (await db.selectFrom('retention_switches').select('id').where('authority_id', '=', scope.authorityId).executeTakeFirst()) !== undefined
  )
    return
  await db.transaction().execute((trx) =>
    turnRule(trx, scope, {
      rule: 'petition.closed',
      isOn: true,
      keepMonths: 10,
      announceDays: 45,
      documentNumber: 'Quy chế lưu giữ (trình diễn)',
      setBy: administrator.personId,
      setAt: now,
    }),
  )
  await proposeBatches({ db, now: () => now, publicUrl: null, retained: personalDataSources(appKey).retained }, scope)
}

/** Visits and petitions as they came, so that the numbers of the reception book follow the days. */
function inOrder(past: readonly DemoPetition[]): (DemoPetition | DemoVisit)[] {
  const daysAgo = (matter: DemoPetition | DemoVisit) => ('filer' in matter ? matter.filedDaysAgo : matter.daysAgo)
  return [...inFilingOrder([...past, ...demoPetitions]), ...demoVisits].toSorted((a, b) => daysAgo(b) - daysAgo(a))
}

/** Staff and the resident with an account, by user name. */
async function findDemoPeople(db: Db, scope: Scope): Promise<Map<string, Actor>> {
  const people = new Map<string, Actor>((await listStaff(db, scope)).map((person) => [person.username, person]))
  const residents = demoTown.people.filter((person) => person.role === 'resident').map((person) => person.username)
  const rows = await db.selectFrom('auth_users').select(['id', 'username', 'name']).where('username', 'in', residents).execute()
  for (const { id, username, name } of rows) {
    if (username) people.set(username, { personId: id, username, name, roles: ['resident'], unitId: null })
  }
  return people
}

/** One transaction: half a town never exists. */
async function loadTown({ db, auth, password }: DemoOptions, scope: Scope): Promise<void> {
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

async function loadPetition(options: DemoOptions, scope: Scope, people: ReadonlyMap<string, Actor>, data: DemoPetition): Promise<void> {
  const filedOn = addDays(civilDateOf(options.now), -data.filedDaysAgo)
  const at = (afterDays: number, time: string) => new Date(`${addDays(filedOn, afterDays)}T${time}:00+07:00`)
  const site = siteOf()
  const acting = (now: Date): PetitionOptions => ({
    db: options.db,
    appKey: options.appKey,
    now: () => now,
    dropPages: () => undefined,
    hamletExists: async () => true,
    afterCounterFiling: enterCounterFiling,
  })
  const unit = demoTown.units.find((candidate) => candidate.key === data.hamlet.unit)
  const filed = await filePetition(acting(at(0, data.filedAt)), {
    scope,
    site,
    actor: (data.channel === 'counter' ? people.get(data.takenBy ?? 'hoa') : data.account ? people.get(data.account) : null) ?? null,
    channel: data.channel,
    input: {
      kind: data.kind,
      subject: data.subject.normalize('NFC'),
      body: data.body.normalize('NFC'),
      filer: {
        name: data.filer.name,
        phone: data.filer.phone ?? null,
        email: null,
        address: data.filer.address ?? null,
        identityNumber: null,
      },
      hamlet: unit?.hamlets?.find((hamlet) => hamlet.name === data.hamlet.name)?.id ?? data.hamlet.name,
      location: data.location ?? null,
      publish: data.publish,
      clientToken: demoToken(options.appKey, `${data.subject}:${data.filedDaysAgo}`),
    },
  })
  // Each act adds one to the version: those already done are not done again.
  for (const act of data.acts.slice(filed.petition.version - 1)) {
    const now = at(act.afterDays, act.at)
    // What would lie in the future of a town that is loaded early in the morning is left out.
    if (now > options.now) return
    await doAct(acting(now), scope, site, people, filed.petition, act, filedOn)
  }
}

function doAct(
  options: PetitionOptions,
  scope: Scope,
  site: Authority,
  people: ReadonlyMap<string, Actor>,
  petition: Petition,
  act: DemoAct,
  filedOn: CivilDate,
): Promise<Petition> {
  const who = act.by === 'filer' ? { actor: null, isFiler: true } : { actor: people.get(act.by) ?? null, isFiler: false }
  return actAs(options, scope, site, who, petition.id, act.act, inputOf(act, filedOn))
}

function inputOf(act: DemoAct, filedOn: CivilDate): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(act.input)) {
    if (field === 'unit') input[field] = demoTown.units.find((unit) => unit.key === value)?.id
    else if (['promisedOn', 'dueOn', 'heldOn'].includes(field))
      input[field] = addDays(filedOn, act.afterDays + (value as { inDays: number }).inDays)
    else input[field] = typeof value === 'string' ? withDates(value, filedOn) : value
  }
  return input
}

function siteOf(): Authority {
  const { slug, name, shortName, codePrefix, tier, remote } = demoTown.authority
  return { id: DEMO_AUTHORITY_ID, slug, name, shortName, codePrefix, tier, remote, demo: true }
}
