import { z } from 'zod'
import type { FieldLabels } from '../../platform/http/index.ts'
import { optionalText, requiredText } from '../../shared/fields.ts'
import { safeHref } from '../../ui/safe-href.ts'
import { type MenuPlace, MOST_ITEMS } from './menu.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export const labels: FieldLabels = { vi: vi.fields, en: en.fields }

/** A path of ours (`/tin-tuc`), never of another host (`//x`), or an https address. */
function isMenuHref(href: string): boolean {
  if (/[\s<>"\\]/.test(href) || safeHref(href) !== href) return false
  return /^\/(?!\/)/.test(href) || /^https:\/\/[^/]/.test(href)
}

const item = z.strictObject({
  label: requiredText({ max: 40, singleLine: true }),
  labelEn: optionalText({ max: 40, singleLine: true }),
  href: requiredText({ max: 500, singleLine: true }).refine(isMenuHref, { params: { code: 'menu_href' } }),
})

/** Of one place: the version that was seen, and the rows in their order. */
export function menuInput(place: MenuPlace) {
  return z.strictObject({
    version: z.coerce.number({ error: () => 'required' }).pipe(z.int().min(0)),
    items: z
      .array(item)
      .min(1)
      .refine((items) => items.length <= MOST_ITEMS[place], { params: { code: 'too_many', max: MOST_ITEMS[place] } }),
  })
}

type Row = { label: string; labelEn: string; href: string; order: number }
const fieldNames = ['label', 'labelEn', 'href'] as const

/**
 * The rows of the form (`items.0.label`, `items.0.order` …) by their order numbers; a row with nothing in it is taken away.
 * Rows keep their place where no number, or the same, was typed. A page that was chosen from the list stands before a typed address.
 */
export function rowsOf(form: Readonly<Record<string, unknown>>): Row[] {
  const textAt = (name: string) => (typeof form[name] === 'string' ? (form[name] as string) : '')
  const rows = Array.from({ length: 40 }, (_, place) => {
    const order = Number.parseInt(textAt(`items.${place}.order`), 10)
    const [label = '', labelEn = '', typed = ''] = fieldNames.map((name) => textAt(`items.${place}.${name}`))
    const href = textAt(`items.${place}.page`) || typed
    return { label, labelEn, href, order: Number.isNaN(order) ? place + 1 : order }
  })
  return rows.filter((row) => fieldNames.some((name) => row[name].trim() !== '')).toSorted((a, b) => a.order - b.order)
}
