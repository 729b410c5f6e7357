import type { Db, Trx } from '../../../platform/database.ts'
import { rowsFor, type Write } from '../../../platform/write-together.ts'
import type { Scope } from '../../accounts/index.ts'
import type { BehalfFacts, Party, PartyRole } from './behalf.ts'
import type { GroupInput, RepresentedInput } from './behalf-input.ts'
import '../petitions.table.ts'

/** For whom a filing is besides, or instead of, the filer; neither: one's own. */
export interface GivenBehalf {
  represented?: RepresentedInput | null | undefined
  group?: GroupInput | null | undefined
}

/** The writes of whose petition it is; none for one's own. */
export function behalfWrites(scope: Scope, petitionId: string, { represented, group }: GivenBehalf): Write[] {
  const key = { authority_id: scope.authorityId, petition_id: petitionId }
  const party = (role: PartyRole, position: number, person: Partial<Omit<Party, 'role' | 'position' | 'endedOn'>> & { name: string }) => ({
    ...key,
    role,
    position,
    name: person.name,
    address: person.address ?? null,
    phone: person.phone ?? null,
    identity_number: person.identityNumber ?? null,
  })
  if (represented)
    return [
      rowsFor('petition_behalves', [{ ...key, behalf: 'representative', ground: represented.ground, people: 1 }]),
      rowsFor('petition_parties', [party('represented', 1, represented)]),
    ]
  if (!group) return []
  return [
    rowsFor('petition_behalves', [{ ...key, behalf: 'group', ground: null, people: group.people }]),
    rowsFor('petition_parties', [
      ...group.spokespeople.map((person, place) => party('spokesperson', place + 1, person)),
      ...group.signers.map((person, place) => party('signer', place + 1, person)),
    ]),
  ]
}

/**
 * What a petition was filed with, to be filed once more elsewhere.
 * @returns null when whom it is of has been erased
 */
export async function findGivenBehalf(db: Db, scope: Scope, petitionId: string): Promise<GivenBehalf | null> {
  const facts = (await listBehalves(db, scope, [petitionId])).get(petitionId)
  if (!facts) return {}
  const parties = await listParties(db, scope, petitionId)
  const [represented] = ofRole(parties, 'represented')
  if (facts.behalf === 'group')
    return { group: { people: facts.people, spokespeople: ofRole(parties, 'spokesperson'), signers: ofRole(parties, 'signer') } }
  return facts.ground && represented ? { represented: { ground: facts.ground, ...represented } } : null
}

/** Those who still are it. */
function ofRole(parties: readonly Party[], role: PartyRole) {
  return parties
    .filter((party) => party.role === role && party.endedOn === null)
    .map(({ name, address, phone, identityNumber }) => ({ name, address, phone, identityNumber }))
}

/** Facts by petition; a petition that somebody filed for themselves has none. */
export async function listBehalves(db: Db, scope: Scope, petitionIds: readonly string[]): Promise<Map<string, BehalfFacts>> {
  if (petitionIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('petition_behalves')
    .select(['petition_id', 'behalf', 'ground', 'people'])
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', 'in', [...petitionIds])
    .execute()
  return new Map(rows.map(({ petition_id, ...facts }) => [petition_id, facts]))
}

const order: Readonly<Record<PartyRole, number>> = { represented: 0, spokesperson: 1, signer: 2 }

/** Names and contacts of those concerned; for readers of the filer's contacts alone. */
export async function listParties(db: Db, scope: Scope, petitionId: string): Promise<Party[]> {
  const rows = await db
    .selectFrom('petition_parties')
    .select(['role', 'position', 'name', 'address', 'phone', 'identity_number as identityNumber', 'ended_on as endedOn'])
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', '=', petitionId)
    .orderBy('role')
    .orderBy('position')
    .execute()
  return rows.toSorted((a, b) => order[a.role] - order[b.role])
}

/** Names go; that it was of many, and of how many, stays. */
export async function eraseParties(trx: Trx, scope: Scope, petitionId: string): Promise<void> {
  await trx.deleteFrom('petition_parties').where('authority_id', '=', scope.authorityId).where('petition_id', '=', petitionId).execute()
}
