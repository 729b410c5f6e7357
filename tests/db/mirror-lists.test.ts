import { expect, test } from 'vitest'
import { mirroredAddresses, OPEN_DATA } from '../../src/mirror/public-lists.ts'
import { testApp } from '../support/app.ts'

const { app } = await testApp()

/** Why a public address of the API has no file of its own in the mirror. Who adds a list says it here, or in `src/mirror/public-lists.ts`. */
const notMirrored: Record<string, string> = {
  '/api/v1/me': 'of whoever is signed in',
  '/api/v1/petitions/{code}/acts': 'what the caller may do',
  '/api/v1/petitions/{code}/receipt': 'with the filer’s secret',
  '/api/v1/petitions/similar': 'a question; its answers are cases',
  '/api/v1/data-requests/{code}': 'with the secret of who asks',
  '/api/v1/appointments/{code}': 'with the secret of who asks',
  '/api/v1/appointments/{code}/acts': 'what the caller may do',
  '/api/v1/articles/{slug}/rating': 'the sums stand on the article and among the open data',
  '/api/v1/comments': 'of one subject; all of them are the open data set "comments"',
  '/api/v1/comments/{id}': 'as above',
  '/api/v1/polls/{slug}/acts': 'what the caller may do',
  '/api/v1/documents/{slug}/acts': 'what the caller may do',
  '/api/v1/tasks/{code}/acts': 'what the caller may do',
  '/api/v1/reports/{code}/acts': 'what the caller may do',
  '/api/v1/deadlines/{rule}': 'worked out, not kept',
  '/api/v1/search': 'a question; its answers are the texts themselves',
  '/api/v1/log/mirror': 'the mirror itself',
}

const addresses = Object.entries(app.swagger().paths ?? {})
  .filter(([path, methods]) => 'get' in methods && path.startsWith('/api/v1/') && !path.startsWith('/api/v1/office/'))
  .map(([path]) => path)
const isMirrored = (path: string) => mirroredAddresses().includes(path) || path.startsWith(`${OPEN_DATA}/`)

test('everything that the API tells everybody is in the mirror, or said not to be', () => {
  expect(addresses.length).toBeGreaterThan(30)
  expect(addresses.filter((path) => !isMirrored(path) && !Object.hasOwn(notMirrored, path))).toEqual([])
})

test('and nothing is asked or excused that the API does not have', () => {
  expect([...mirroredAddresses(), ...Object.keys(notMirrored)].filter((path) => !addresses.includes(path))).toEqual([])
  expect(Object.keys(notMirrored).filter(isMirrored)).toEqual([])
})

test('every set of open data is among those that are listed, so it is in the mirror', async () => {
  const { items } = (await app.inject({ url: OPEN_DATA })).json<{ items: { csv: string }[] }>()
  const files = addresses.filter((path) => path.startsWith(`${OPEN_DATA}/`) && path.endsWith('.csv'))
  expect(items.map(({ csv }) => csv).toSorted()).toEqual(files.toSorted())
})
