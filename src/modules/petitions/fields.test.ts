import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { acts } from './acts/index.ts'
import { labels, PetitionInput } from './fields.ts'
import { petitionActs } from './lifecycle.ts'

const right = {
  kind: 'complaint',
  subject: ' Đường ngập ',
  body: 'Nước\r\ntràn',
  filer: { name: 'Bình' },
  publish: 'no',
  clientToken: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
}

test('a filing with what is required alone is right; what was left out is null', () => {
  expect(PetitionInput.parse(right)).toEqual({
    kind: 'complaint',
    subject: 'Đường ngập',
    body: 'Nước\ntràn',
    filer: { name: 'Bình', phone: null, email: null, address: null, identityNumber: null },
    hamlet: null,
    location: undefined,
    publish: false,
    clientToken: right.clientToken,
  })
})

test.each(['kind', 'subject', 'body', 'filer', 'publish', 'clientToken'] as const)('without %s it is wrong', (field) => {
  const { [field]: _, ...rest } = right
  expect(PetitionInput.safeParse(rest).success).toBe(false)
})

test('a denunciation is no kind of filing', () => {
  expect(PetitionInput.safeParse({ ...right, kind: 'denunciation' }).success).toBe(false)
})

describe('every input of filing and of each act', () => {
  const names = (schema: z.ZodType): string[] => {
    const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as {
      properties?: Record<string, { properties?: object }>
    }
    return Object.entries(properties).flatMap(([name, inner]) => [name, ...Object.keys(inner.properties ?? {})])
  }
  test.each([['filing', PetitionInput] as const, ...petitionActs.map((act) => [act, acts[act].input] as const)])(
    '%s: has a name for people in both languages',
    (_what, schema) => {
      for (const name of names(schema)) {
        expect(labels.vi[name], name).toBeTruthy()
        expect(labels.en[name], name).toBeTruthy()
      }
    },
  )
  test.each(petitionActs)('%s takes no field that it does not know', (act) => {
    // What is corrected of a group decides which fields there are.
    const result = acts[act].input.safeParse({ noSuchField: 1, ...(act === 'correctGroup' ? { change: 'add' } : {}) })
    expect(result.error?.issues.some((issue) => issue.code === 'unrecognized_keys')).toBe(true)
  })
})
