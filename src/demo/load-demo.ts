import { type DemoPetition, type DemoVisit, demoPetitions, demoTown, demoVisits, inFilingOrder } from '../../db/demo/demo-data.ts'
import { pastPetitions } from '../../db/demo/past.ts'
import { type Actor, type Auth, isPassword, listStaff, type Scope } from '../modules/accounts/index.ts'
import { loadDemoAppointments } from '../modules/appointments/index.ts'
import { checkFigures } from '../modules/petitions/index.ts'
import { loadDemoPoll } from '../modules/polls/index.ts'
import { proposeBatches, turnRule } from '../modules/retention/index.ts'
import { carryOverCounters, setStartingViews } from '../modules/visits/index.ts'
import { personalDataSources } from '../personal-data-sources.ts'
import type { Db } from '../platform/database.ts'
import { civilDateOf } from '../shared/civil-date.ts'
import '../modules/accounts/accounts.table.ts'
import { loadArticles, loadPages, seedArticle, seedViews } from './load-articles.ts'
import { loadComments } from './load-comments.ts'
import { loadDemoFollower } from './load-followers.ts'
import { loadPetition } from './load-petitions.ts'
import { loadDemoProgrammes } from './load-programmes.ts'
import { DEMO_AUTHORITY_ID, loadTown, siteOf } from './load-town.ts'
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
    await loadDemoProgrammes({ db, appKey, now }, scope, people)
    await loadComments({ db, appKey, now, site: siteOf() }, scope, people)
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
