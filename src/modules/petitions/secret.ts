import { secretFor as derive } from '../../shared/secret.ts'

export { hashSecret, normaliseSecret, secretMatches, tokenFingerprint } from '../../shared/secret.ts'

/** The secret of a petition, from the token of its filing. */
export function secretFor(appKey: Buffer, authorityId: number, clientToken: string): string {
  return derive(appKey, 'petition', authorityId, clientToken)
}
