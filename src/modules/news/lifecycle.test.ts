import { expect, test } from 'vitest'
import { diagram } from '../lifecycle/index.ts'
import { lifecycle } from './lifecycle.ts'

test('the diagram of an article’s life is drawn from its table', async () => {
  const page = [
    '# The life of an article',
    '',
    'Drawn from `src/modules/news/lifecycle.ts`; do not edit by hand.',
    '',
    diagram('draft', lifecycle),
  ].join('\n')
  await expect(page).toMatchFileSnapshot('../../../docs/article-lifecycle.md')
})
