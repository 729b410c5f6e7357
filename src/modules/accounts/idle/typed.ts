import { safeReturnPath } from '../return-path.ts'

/** A form that came when the session was over: nothing of it was done, and nothing of it is lost. */
export interface TypedForm {
  /** Where it goes, as a path of this site. */
  action: string
  /** Name and value of each field, in order. */
  fields: [string, string][]
  /** Of a form with files: name of the input and of each file, to be chosen again; absent for a form without. */
  files?: [string, string][]
}

/** Never carried on: passwords, codes, tokens of forms. */
const isSecret = (name: string) => name.startsWith('_') || /pass|secret|^code$|mat-?khau/i.test(name)

/** What a body holds, when it is a form's; null when there is nothing that somebody typed. */
export function typedIn(action: string, body: unknown): TypedForm | null {
  const path = safeReturnPath(action)
  if (!path || typeof body !== 'object' || body === null) return null
  const fields = Object.entries(body as Record<string, unknown>)
    .filter(([name]) => !isSecret(name))
    .flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, String(one)]))
  return fields.some(([, value]) => value.trim() !== '') ? { action: path, fields } : null
}

/** The same of a form with files, whose bytes are not kept. */
export function typedWithFiles(
  action: string,
  { fields, files }: { fields: readonly [string, string][]; files: [string, string][] },
): TypedForm | null {
  const path = safeReturnPath(action)
  const kept = fields.filter(([name]) => !isSecret(name))
  if (!path || (files.length === 0 && kept.every(([, value]) => value.trim() === ''))) return null
  return { action: path, fields: kept, files }
}

/** What the sign-in form carried on; null when it carries none, or something that no page of ours wrote. */
export function readTyped(carried: unknown): TypedForm | null {
  if (typeof carried !== 'string' || carried === '') return null
  try {
    const { action, fields, files } = JSON.parse(carried) as Partial<TypedForm>
    const path = safeReturnPath(action)
    const isField = (field: unknown) => Array.isArray(field) && field.length === 2 && field.every((part) => typeof part === 'string')
    if (!path || !Array.isArray(fields) || !fields.every(isField)) return null
    if (files !== undefined && !(Array.isArray(files) && files.every(isField))) return null
    return { action: path, fields: fields.filter(([name]) => !isSecret(name)), ...(files ? { files } : {}) }
  } catch {
    return null
  }
}

/** A word or more that a person wrote, not a choice or an id: what is worth showing. */
export function wordsOf({ fields }: TypedForm): string[] {
  return fields.map(([, value]) => value).filter((value) => /\s/.test(value.trim()) || value.length > 40)
}
