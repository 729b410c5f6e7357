import type { Trx } from '../../../platform/database.ts'
import { NotFound } from '../../../shared/errors.ts'
import type { Scope } from '../../accounts/index.ts'
import { listParties } from './behalf-repository.ts'
import '../petitions.table.ts'

/**
 * Puts right who is represented; what is not given stays.
 * @returns the old values, under the names by which a request asks for them
 */
export async function correctRepresented(
  trx: Trx,
  scope: Scope,
  petitionId: string,
  { name, address }: { name?: string | undefined; address?: string | undefined },
): Promise<Record<string, string>> {
  if (!name && !address) return {}
  const old = (await listParties(trx, scope, petitionId)).find(({ role }) => role === 'represented')
  if (!old) throw new NotFound()
  await trx
    .updateTable('petition_parties')
    .set({ ...(name ? { name } : {}), ...(address ? { address } : {}) })
    .where('authority_id', '=', scope.authorityId)
    .where('petition_id', '=', petitionId)
    .where('role', '=', 'represented')
    .execute()
  return { ...(name ? { representedName: old.name } : {}), ...(address && old.address ? { representedAddress: old.address } : {}) }
}
