import { sql } from 'kysely'
import type { Trx } from '../../../platform/database.ts'
import { refuseInput } from '../../../platform/http/input.ts'
import type { CivilDate } from '../../../shared/civil-date.ts'
import { DomainError } from '../../../shared/errors.ts'
import type { Scope } from '../../accounts/index.ts'
import { labels } from '../fields.ts'
import { MOST_SIGNERS, MOST_SPOKESPEOPLE, type Party } from './behalf.ts'
import { listParties } from './behalf-repository.ts'
import type { CorrectGroupInput, GroupRole } from './group-input.ts'
import '../petitions.table.ts'

type Person = Pick<Party, 'name' | 'address' | 'phone' | 'identityNumber'>

/** The filer is the first who speaks. */
const most: Record<GroupRole, number> = { spokesperson: MOST_SPOKESPEOPLE - 1, signer: MOST_SIGNERS }

/** What a change leaves for the history: places, and the old values that are kept nowhere readable. */
export interface GroupChanged {
  position: number
  /** Where the person stands who came instead. */
  newPosition?: number
  sealed: Record<string, string>
}

/**
 * One change of who speaks for a group or signed; the petition is locked. Who stops stays by name with the day; of what was written wrong
 * nothing readable stays.
 * @throws InvalidInput when nobody stands at that place · DomainError group_full, group_unchanged 409
 */
export async function changeGroup(
  trx: Trx,
  scope: Scope,
  petitionId: string,
  input: CorrectGroupInput,
  today: CivilDate,
): Promise<GroupChanged> {
  const parties = await listParties(trx, scope, petitionId)
  const standing = parties.filter(({ role, endedOn }) => role === input.role && endedOn === null)
  if (input.change === 'add') {
    if (standing.length >= most[input.role]) throw new DomainError('group_full', 409, { max: most[input.role] })
    return { position: await add(trx, scope, petitionId, input.role, input), sealed: {} }
  }
  const old = standing.find(({ position }) => position === input.position)
  if (!old) return refuseInput([{ field: 'position', code: 'unknown_reference' }], labels)
  const row = trx
    .updateTable('petition_parties')
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', '=', petitionId)
    .where('role', '=', input.role)
    .where('position', '=', input.position)
  if (input.change === 'correct') {
    const sealed = changedOf(old, input)
    if (Object.keys(sealed).length === 0 && sameAs(old, input)) throw new DomainError('group_unchanged', 409)
    await row.set({ name: input.name, address: input.address, phone: input.phone, identity_number: input.identityNumber }).execute()
    return { position: old.position, sealed }
  }
  await row.set({ ended_on: today }).execute()
  if (input.change === 'remove') return { position: old.position, sealed: {} }
  return { position: old.position, newPosition: await add(trx, scope, petitionId, input.role, input), sealed: {} }
}

const facts = ['name', 'address', 'phone', 'identityNumber'] as const
const sameAs = (old: Person, next: Person) => facts.every((fact) => old[fact] === next[fact])

/** The old values of what changes, by name. */
function changedOf(old: Person, next: Person): Record<string, string> {
  return Object.fromEntries(facts.filter((fact) => old[fact] && old[fact] !== next[fact]).map((fact) => [fact, old[fact]!]))
}

async function add(
  trx: Trx,
  scope: Scope,
  petitionId: string,
  role: GroupRole,
  { name, address, phone, identityNumber }: Person,
): Promise<number> {
  const key = { authority_id: scope.authorityId, petition_id: petitionId, role }
  const { last } = await trx
    .selectFrom('petition_parties')
    .select(sql<number>`coalesce(max(position), 0)::integer`.as('last'))
    .where((eb) => eb.and(key))
    .executeTakeFirstOrThrow()
  const row = { ...key, position: last + 1, name, address, phone, identity_number: identityNumber }
  await trx.insertInto('petition_parties').values(row).execute()
  return last + 1
}
