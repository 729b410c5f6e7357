import { expect, test } from 'vitest'
import { testApp } from '../support/app.ts'

const { app } = await testApp()

test('anybody may read which units there are, with their residential groups', async () => {
  const { items, next } = (await app.inject('/api/v1/units')).json()
  expect(next).toBeNull()
  expect(items.filter((unit: { kind: string }) => unit.kind === 'ward').map((unit: { shortName: string }) => unit.shortName)).toContain(
    'Phường Thác Mơ',
  )
  expect(items.find((unit: { shortName: string }) => unit.shortName === 'Phường Thác Mơ').hamlets.length).toBeGreaterThan(0)
})
