/**
 * What a fact of a public entry may look like in the public log. A value of another form is left out: no word of a person fits any of them.
 * `id`: UUID · `code`: PL-2026-00128 · `word`: a word of the code (`solved`, `petition.resolve`) · `number`: whole · `amount`: a measure, which may have a fraction · `date`: YYYY-MM-DD ·
 * `flag`: true or false · `document`: number and symbol of a document (`37/QĐ-UBND`) · `digest`: SHA-256 in hex · `key`: a signed-note vkey
 */
const shapes = ['id', 'code', 'word', 'number', 'amount', 'date', 'flag', 'document', 'digest', 'key'] as const
export type Shape = (typeof shapes)[number]

/** What everybody may know of an entry of one type: what is not named here stays inside. */
export interface PublicForm {
  /** Facts that go out as they are; a list goes out where each of its items has the form. */
  facts?: Readonly<Record<string, Shape>>
  /** Fields of words of which the salted commitment goes out, never a word. */
  commitments?: readonly string[]
  /** It moves something that was promised: a due date, a target, an owner, a day off, a rule. */
  moves?: true
}

/** Public forms by entry type. */
export type PublicForms = Readonly<Record<string, PublicForm>>

const forms: Readonly<Record<Shape, (value: unknown) => boolean>> = {
  id: matches(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  code: matches(/^[A-Z]{2,5}(-[A-Z]{2,3})?-\d{4}-\d{5,9}$/),
  word: matches(/^[a-z][a-zA-Z0-9]{0,39}([.+][a-zA-Z0-9_]{1,40}){0,3}$/),
  number: (value) => Number.isSafeInteger(value),
  amount: (value) => Number.isFinite(value),
  date: matches(/^\d{4}-\d{2}-\d{2}$/),
  flag: (value) => typeof value === 'boolean',
  // A number, then capital letters only (and the small ones of Đ, Ư): what a name or a sentence would need, spaces and small letters, is not there.
  document: matches(/^\d{1,6}(\/\d{4})?\/[A-ZĐƯ0-9]{1,12}(-[A-ZĐƯ0-9]{1,12}){0,3}$/),
  digest: matches(/^[0-9a-f]{64}$/),
  key: matches(/^[a-z0-9./:-]{1,200}\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/),
}

function matches(form: RegExp) {
  return (value: unknown) => typeof value === 'string' && form.test(value)
}

/** Lists longer than this are no fact of one act. */
const LONGEST_LIST = 400

/** The facts of an entry that its form lets out. */
export function publicFacts(form: PublicForm | undefined, facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  if (!form) return {}
  const open = Object.entries(form.facts ?? {}).filter(([name, shape]) => isOpen(shape, facts[name]))
  const committed = (form.commitments ?? []).map((field) => `${field}Commitment`).filter((name) => forms.digest(facts[name]))
  return Object.fromEntries([...open.map(([name]) => name), ...committed].map((name) => [name, facts[name]]))
}

function isOpen(shape: Shape, value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= LONGEST_LIST && value.every(forms[shape])
  return forms[shape](value)
}
