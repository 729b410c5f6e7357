import { createHmac, timingSafeEqual } from 'node:crypto'
import { isUuid } from '../../shared/ids.ts'
import type { Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'

export const noticeChoices = ['each', 'daily', 'none'] as const
/** How much mail somebody wants about one matter: at every step, once a day, or none but what is always told. */
export type NoticeChoice = (typeof noticeChoices)[number]

/** Of the matter's id. */
const ID_BYTES = 16
/** Of the signature: 160 bits. */
const SIGNATURE_BYTES = 20

/** What the links and headers of a mail are made with. */
export interface ChoiceKeys {
  appKey: Buffer
  /** Null: the site does not know its own address, and mails carry no link. */
  publicUrl: string | null
}

/** What opens the mail choice of one matter, and nothing else. It names no person, and is the same in every mail. */
export function choiceToken(appKey: Buffer, scope: Scope, matter: Matter): string {
  const id = Buffer.from(matter.id.replaceAll('-', ''), 'hex')
  return Buffer.concat([id, signature(appKey, scope, matter)]).toString('base64url')
}

/** The matter that a token of ours opens; undefined for every other text. */
export function matterOfToken(appKey: Buffer, scope: Scope, token: string, types: readonly string[]): Matter | undefined {
  if (!/^[\w-]{48}$/.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  const hex = bytes.subarray(0, ID_BYTES).toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  if (!isUuid(id)) return undefined
  return types.map((type) => ({ type, id })).find((matter) => timingSafeEqual(bytes.subarray(ID_BYTES), signature(appKey, scope, matter)))
}

/** Where the mails about a matter are chosen or stopped. */
export function choiceUrl({ appKey, publicUrl }: ChoiceKeys, scope: Scope, matter: Matter, path: (page: string) => string): string | null {
  return publicUrl && `${new URL(publicUrl).origin}${path(`/thu/${choiceToken(appKey, scope, matter)}`)}`
}

function signature(appKey: Buffer, { authorityId }: Scope, { type, id }: Matter): Buffer {
  return createHmac('sha256', appKey).update(`notice-choice:${authorityId}:${type}:${id}`).digest().subarray(0, SIGNATURE_BYTES)
}
