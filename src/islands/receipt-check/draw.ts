import type { Explanation, Verdict } from '../../shared/receipt-check/explain.ts'

const tones: Record<Verdict, string> = { true: 'ok', uncompared: 'soon', false: 'late', unreadable: 'neutral', unreached: 'soon' }

/** What a check found, as the server draws it too (`modules/log/check/pages/verdict.tsx`). Words of people are text, never markup. */
export function draw({ verdict, title, lead, sections }: Explanation): HTMLElement {
  return element(
    'div',
    `notice notice-${tones[verdict]}`,
    element('h2', 'notice-title', title),
    element('p', '', lead),
    ...sections.flatMap(({ title: heading, items, pairs }) => [
      element('h3', '', heading),
      ...(pairs ? [element('dl', 'govuk-summary-list', ...pairs.map(row))] : []),
      ...(items ? [element('ul', '', ...items.map((item) => element('li', '', item)))] : []),
    ]),
  )
}

function row([label, value]: readonly [string, string]): HTMLElement {
  return element(
    'div',
    'govuk-summary-list__row',
    element('dt', 'govuk-summary-list__key', label),
    element('dd', 'govuk-summary-list__value', value),
  )
}

function element(name: string, className: string, ...children: (string | Node)[]): HTMLElement {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...children)
  return made
}
