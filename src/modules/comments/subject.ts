import type { Db } from '../../platform/database.ts'
import { NotFound } from '../../shared/errors.ts'
import type { Scope } from '../accounts/index.ts'
import type { Matter } from '../history/index.ts'
import { writeSubject } from './comment.ts'

/** What takes comments, as the public knows it. */
export interface Commented {
  title: string
  /** Vietnamese address of its page, where the comments stand. */
  href: string
  /** Takes new comments now. */
  open: boolean
}

/** How a feature's public things take comments; registered in app.ts under their type. */
export interface CommentSubject {
  /** What stands under this id; undefined when there is nothing that everybody may see. */
  find: (db: Db, scope: Scope, id: string) => Promise<Commented | undefined>
  /** Rendered pages that show its comments. */
  tags: (id: string) => readonly string[]
}

export type CommentSubjects = Readonly<Record<string, CommentSubject>>

/** @throws NotFound for an unknown type, and for what the public may not see */
export async function getSubject(db: Db, scope: Scope, subjects: CommentSubjects, subject: Matter | null): Promise<Commented & Matter> {
  const source = subject && Object.hasOwn(subjects, subject.type) ? subjects[subject.type] : undefined
  const found = subject && (await source?.find(db, scope, subject.id))
  if (!subject || !found) throw new NotFound()
  return { ...found, ...subject }
}

/** What is public now of these subjects, by `writeSubject`; each is looked up once. */
export async function findSubjects(
  db: Db,
  scope: Scope,
  subjects: CommentSubjects,
  matters: readonly Matter[],
): Promise<Map<string, Commented>> {
  const abouts = new Map<string, Commented>()
  for (const [key, { type, id }] of new Map(matters.map((matter) => [writeSubject(matter), matter]))) {
    const found = await subjects[type]?.find(db, scope, id)
    if (found) abouts.set(key, found)
  }
  return abouts
}

/** Tags of a kept page that shows comments of this subject; `comments` alone drops them all. */
export function commentTags(subject: Matter): string[] {
  return ['comments', `comments:${writeSubject(subject)}`]
}

/** All kept pages that a change of this comment touches. */
export function tagsOf(subjects: CommentSubjects, about: Matter): string[] {
  return [`comments:${writeSubject(about)}`, ...(subjects[about.type]?.tags(about.id) ?? [])]
}
