import type { Opened, Statement } from './receipt.ts'

type Unknown = Record<string, unknown>

const isObject = (value: unknown): value is Unknown => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Canonical JSON has its keys in order. */
const hasKeys = (value: Unknown, keys: string) => Object.keys(value).toString() === keys

const isText = (value: unknown): value is string => typeof value === 'string'

/** RFC 3339, in years of four digits: what any program can show. */
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/

/** Exactly the fields of a statement, each of its kind. */
export function isStatement(value: unknown): value is Statement {
  return (
    isObject(value) &&
    hasKeys(value, 'at,authority,facts,matter,role,seq,type,v') &&
    value['v'] === 1 &&
    isText(value['authority']) &&
    isText(value['type']) &&
    isText(value['at']) &&
    instant.test(value['at']) &&
    !Number.isNaN(Date.parse(value['at'])) &&
    (value['role'] === null || isText(value['role'])) &&
    Number.isSafeInteger(value['seq']) &&
    isObject(value['facts']) &&
    isObject(value['matter']) &&
    hasKeys(value['matter'], 'id,type') &&
    isText(value['matter']['id']) &&
    isText(value['matter']['type'])
  )
}

export function isOpened(value: unknown): value is Opened[] {
  return (
    Array.isArray(value) &&
    value.every((one) => isObject(one) && hasKeys(one, 'field,salt,words') && [one['field'], one['salt'], one['words']].every(isText))
  )
}
