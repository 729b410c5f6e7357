/** toFiler: the office to the filer; fromFiler: the filer to the office; internal: officers among themselves. */
export const messageKinds = ['toFiler', 'fromFiler', 'internal'] as const
export type MessageKind = (typeof messageKinds)[number]

/** What a filer may read of the conversation. */
export const filerKinds: readonly MessageKind[] = ['toFiler', 'fromFiler']

export interface Scope {
  authorityId: number
}

/** What the conversation is about. It belongs to this, and not to an account. */
export interface Matter {
  type: string
  id: string
}

export interface Message {
  id: string
  matter: Matter
  kind: MessageKind
  /** Officer who wrote it; null: the filer. */
  authorId: string | null
  /** Null once erased. */
  body: string | null
  createdAt: Date
}
