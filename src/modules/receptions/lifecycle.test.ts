import { expect, test } from 'vitest'
import { diagram } from '../lifecycle/index.ts'
import { lifecycle } from './lifecycle.ts'

test('the diagram of a line of the reception book is drawn from its table', async () => {
  const page = [
    '# The life of a line of the reception book',
    '',
    'Drawn from `src/modules/receptions/lifecycle.ts`; do not edit by hand.',
    '',
    diagram('written', lifecycle),
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../../../docs/reception-book-lifecycle.md')
})
