import { describe, expect, test } from 'vitest'
import { parseInput } from '../../../platform/http/index.ts'
import type { InvalidInput } from '../../../shared/errors.ts'
import { labels, PetitionInput } from '../fields.ts'
import { behalfOf, problemsInForm } from './behalf-form.ts'

const filing = {
  kind: 'complaint',
  subject: 'Thu hồi đất',
  body: 'Quyết định không đúng.',
  filer: { name: 'Trương Thị Bình' },
  publish: false,
  clientToken: '018f3b4e-0000-7000-8000-000000000001',
}
function refused(more: Record<string, unknown>): string[] {
  try {
    parseInput(PetitionInput, { ...filing, ...more }, labels)
    return []
  } catch (error) {
    return problemsInForm((error as InvalidInput).problems).map(({ field, code }) => `${field} ${code}`)
  }
}
const person = { name: 'Điểu Krá' }
const many = (n: number) => Array.from({ length: n }, () => person)

describe('for whom a petition is', () => {
  test.each([
    { more: {}, wrong: [], because: 'one’s own needs nothing' },
    { more: { represented: null, group: null }, wrong: [], because: 'nothing is nothing' },
    { more: { represented: { ...person, ground: 'relative' } }, wrong: [], because: 'name and ground are enough' },
    { more: { represented: { ...person } }, wrong: ['ground invalid_choice'], because: 'why the filer may speak' },
    { more: { represented: { ...person, ground: 'friend' } }, wrong: ['ground invalid_choice'], because: 'not of the list' },
    { more: { represented: { name: ' ', ground: 'lawyer' } }, wrong: ['representedName required'], because: 'nobody' },
    {
      more: { represented: { ...person, ground: 'lawyer', identityNumber: '123' } },
      wrong: ['representedIdentity invalid_identity'],
      because: '12 digits or 9',
    },
    ...['070099123456', '285123456'].map((identityNumber) => ({
      more: { represented: { ...person, ground: 'lawyer', identityNumber } },
      wrong: [],
      because: `${identityNumber.length} digits`,
    })),
    {
      more: {
        group: {
          people: 9,
          spokespeople: [{ ...person, identityNumber: '285123456' }],
          signers: [{ ...person, identityNumber: '070099123456' }],
        },
      },
      wrong: [],
      because: 'numbers of those who speak and sign',
    },
    {
      more: { group: { people: 9, signers: [{ ...person, identityNumber: '12' }] } },
      wrong: ['signers invalid_identity'],
      because: 'a wrong number of a signer',
    },
    {
      more: { represented: { ...person, ground: 'lawyer', address: 'x'.repeat(301) } },
      wrong: ['representedAddress too_long'],
      because: 'too long',
    },
    { more: { group: { people: 5 } }, wrong: [], because: 'five are a group; names may follow' },
    {
      more: { group: { people: '12', spokespeople: many(4), signers: many(200) } },
      wrong: [],
      because: 'five spokespeople with the filer',
    },
    { more: { group: {} }, wrong: ['people required'], because: 'how many' },
    { more: { group: { people: 4 } }, wrong: ['people too_small'], because: 'four are no group' },
    { more: { group: { people: 'nhiều' } }, wrong: ['people invalid_type'], because: 'no number' },
    { more: { group: { people: 9, spokespeople: many(5) } }, wrong: ['spokespeople too_many'], because: 'five at most with the filer' },
    { more: { group: { people: 900, signers: many(201) } }, wrong: ['signers too_many'], because: 'more than are taken down' },
    { more: { group: { people: 9, signers: [{ name: 'x'.repeat(101) }] } }, wrong: ['signers too_long'], because: 'a name too long' },
    { more: { group: { people: 9, vote: true } }, wrong: ['group.vote unknown_field'], because: 'unknown' },
    {
      more: { represented: { ...person, ground: 'lawyer' }, group: { people: 9 } },
      wrong: ['group invalid_value'],
      because: 'one of the two',
    },
  ])('$because', ({ more, wrong }) => {
    expect(refused(more)).toEqual(wrong)
  })
})

describe('the boxes of the form', () => {
  test('of the first choice give nothing', () => {
    expect(behalfOf({})).toEqual({})
    expect(behalfOf({ behalf: 'self', representedName: '  ', people: '' })).toEqual({})
  })

  test('people are one a line, name before the first comma', () => {
    const { group } = behalfOf({
      behalf: 'group',
      people: '7',
      signers: ' Điểu Krá, thôn 2, Long Giang \n\nLâm Thị Ngàn\r\nHà Văn Tý;khu phố 1',
    })
    expect(group).toMatchObject({
      people: '7',
      signers: [
        { name: 'Điểu Krá', address: 'thôn 2, Long Giang' },
        { name: 'Lâm Thị Ngàn', address: undefined },
        { name: 'Hà Văn Tý', address: 'khu phố 1' },
      ],
    })
  })

  test('filled without the choice are taken as that choice; a choice that was made holds', () => {
    expect(behalfOf({ behalf: 'self', representedName: 'Điểu Krá' })).toHaveProperty('represented')
    expect(behalfOf({ people: '6' })).toHaveProperty('group')
    expect(Object.keys(behalfOf({ behalf: 'group', people: '6', representedName: 'Điểu Krá' }))).toEqual(['group'])
  })

  test('a number printed in groups is one', () => {
    expect(behalfOf({ behalf: 'representative', representedIdentity: '070 099-123.456' }).represented).toMatchObject({
      identityNumber: '070099123456',
    })
  })
})
