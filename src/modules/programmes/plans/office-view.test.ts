import { describe, expect, test } from 'vitest'
import type { Actor } from '../../accounts/index.ts'
import { officeView } from './office-view.ts'

const chairman = { roles: ['chairman'] } as unknown as Actor
const officer = { roles: ['caseOfficer'] } as unknown as Actor
const counts = (plan: Record<string, number>, agency: Record<string, number> = {}) => ({
  plan: new Map(Object.entries(plan)),
  agency: new Map(Object.entries(agency)),
})

describe('the list that the office sees first', () => {
  test('is what waits for the chairman', () => {
    expect(officeView(chairman, {}, counts({ submitted: 1, published: 3 }))).toEqual({ kind: 'plan', status: 'submitted' })
    expect(officeView(officer, {}, counts({ submitted: 1, published: 3 }))).toEqual({ kind: 'plan', status: 'published' })
  })

  test('is an agency’s programme that waits while no plan does', () => {
    const waiting = counts({ submitted: 0, published: 3 }, { submitted: 2 })
    expect(officeView(chairman, {}, waiting)).toEqual({ kind: 'agency', status: 'submitted' })
    expect(officeView(chairman, { loai: 'plan' }, waiting)).toEqual({ kind: 'plan', status: 'published' })
    expect(officeView(officer, {}, waiting)).toEqual({ kind: 'plan', status: 'published' })
  })

  test('is never an empty one while another holds something', () => {
    expect(officeView(chairman, {}, counts({ submitted: 0, published: 1 }))).toEqual({ kind: 'plan', status: 'published' })
    expect(officeView(officer, {}, counts({ draft: 1 }))).toEqual({ kind: 'plan', status: 'draft' })
    expect(officeView(chairman, {}, counts({}))).toEqual({ kind: 'plan', status: 'submitted' })
  })

  test('is the one that was asked for, where there is such a one', () => {
    expect(officeView(chairman, { loai: 'agency', xem: 'ended' }, counts({ submitted: 1 }))).toEqual({ kind: 'agency', status: 'ended' })
    expect(officeView(chairman, { loai: 'x', xem: ['ended'] }, counts({ submitted: 1 }))).toEqual({ kind: 'plan', status: 'submitted' })
  })
})
