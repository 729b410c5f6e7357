import { expect, test } from 'vitest'
import { diagram } from '../src/modules/lifecycle/index.ts'
import { lifecycle } from '../src/modules/petitions/index.ts'

test('the diagram of a petition’s life is drawn from its table', async () => {
  const page = [
    '# The life of a petition',
    '',
    'Drawn from `src/modules/petitions/lifecycle.ts`; do not edit by hand.',
    '',
    diagram('received', lifecycle),
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../docs/petition-lifecycle.md')
})
