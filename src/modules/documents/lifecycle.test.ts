import { expect, test } from 'vitest'
import { diagram } from '../lifecycle/index.ts'
import { lifecycle } from './lifecycle.ts'

test('the diagram of a document’s life is drawn from its table', async () => {
  const page = [
    '# The life of a document',
    '',
    'Drawn from `src/modules/documents/lifecycle.ts`; do not edit by hand. A keeper is an editor or the chairman.',
    '',
    diagram('draft', lifecycle),
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../../../docs/document-lifecycle.md')
})
