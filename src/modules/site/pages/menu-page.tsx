import { type FormRefusal, problemAt, typedOr } from '../../../shared/form-refusal.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Button, ErrorSummary, Form, Notice, PageHead, Select, Tabs, TextField } from '../../../ui/index.ts'
import { labelOf, type Menu, type MenuItem, type MenuPlace, type MenuTarget, MOST_ITEMS, menuPlaces } from '../menu.ts'
import { menuPath } from '../paths.ts'
import { text } from '../text.ts'

interface Props {
  lang: Lang
  csrf: string
  /** The desk that this reader came from. */
  backHref: string
  place: MenuPlace
  /** As it is now; version 0: that of the software. */
  menu: Menu
  /** Pages to choose from. */
  pages: readonly MenuTarget[]
  /** Addresses of pages that readers do not see now. */
  unseen: ReadonlySet<string>
  /** Rows of the boxes: what was typed, where it was refused. */
  rows: readonly Partial<Record<keyof MenuItem, string | null>>[]
  refusal?: FormRefusal | undefined
  saved?: boolean | undefined
}

const blank = { label: '', labelEn: '', href: '' }

/** `/lam-viec/menu/…`: one menu, a row an entry, and free rows for more. Works without scripts. */
export function MenuPage({ lang, csrf, backHref, place, menu, pages, unseen, rows, refusal, saved }: Props) {
  const { menu: words } = text[lang]
  const free = Math.min(3, MOST_ITEMS[place] - rows.length)
  const shown = [...rows, ...Array.from({ length: Math.max(free, 0) }, () => blank)]
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, backHref), text: words.back }]} current={words.place[place]} />
      <ErrorSummary problems={refusal?.problems ?? []} />
      {saved && (
        <Notice tone="ok" live>
          <p>{words.saved}</p>
        </Notice>
      )}
      <PageHead title={words.title} lead={words.lead} />
      <Tabs
        label={words.title}
        items={menuPlaces.map((one) => ({ href: localPath(lang, menuPath(one)), text: words.place[one], current: one === place }))}
      />
      <p>{menu.version === 0 ? words.ofSoftware : words.own}</p>
      {refusal?.status === 409 && (
        <Notice title={words.now}>
          <ol>
            {menu.items.map((item) => (
              <li key={item.href}>
                {labelOf(item, lang)} ({item.href})
              </li>
            ))}
          </ol>
        </Notice>
      )}
      <p class="muted">{words.help}</p>
      <Form action={menuPath(place)} lang={lang} csrf={csrf}>
        {/* Whoever was slower has seen the present menu above, and may put the own one in its place. */}
        <input
          type="hidden"
          name="version"
          value={refusal?.status === 409 ? menu.version : typedOr(refusal, 'version', String(menu.version))}
        />
        {shown.map((row, n) => (
          <Row key={n} lang={lang} n={n} row={row} pages={pages} unseen={unseen} isNew={n >= rows.length} refusal={refusal} />
        ))}
        <Button>{words.save}</Button>
      </Form>
      {menu.version > 0 && (
        <Form action={`${menuPath(place)}/co-san`} lang={lang} csrf={csrf}>
          <input type="hidden" name="version" value={menu.version} />
          <Button look="quiet">{words.reset}</Button>
        </Form>
      )}
    </>
  )
}

type RowProps = Pick<Props, 'lang' | 'refusal' | 'pages' | 'unseen'> & { n: number; row: Props['rows'][number]; isNew: boolean }

function Row({ lang, n, row, pages, unseen, isNew, refusal }: RowProps) {
  const { menu: words, fields } = text[lang]
  const field = (name: keyof MenuItem) => ({
    name: `items.${n}.${name}`,
    label: fields[name]!,
    value: row[name] ?? '',
    error: problemAt(refusal, `items.${n}.${name}`),
    required: name !== 'labelEn' && !isNew,
  })
  const chosen = pages.find(({ href }) => href === row.href)
  const address = field('href')
  return (
    <fieldset class="govuk-fieldset menu-row">
      <legend class="govuk-fieldset__legend">{isNew ? words.newRow : words.row(n + 1)}</legend>
      {row.href && unseen.has(row.href) && <Notice tone="soon">{words.unseen}</Notice>}
      <TextField name={`items.${n}.order`} label={words.order} value={String(n + 1)} inputmode="numeric" width={4} required />
      <TextField {...field('label')} maxlength={40} />
      <TextField {...field('labelEn')} maxlength={40} />
      {pages.length > 0 && (
        <Select
          name={`items.${n}.page`}
          label={words.page}
          items={pages.map(({ title, href }) => ({ value: href, text: title }))}
          value={chosen?.href}
          empty={words.otherAddress}
        />
      )}
      <TextField {...address} value={chosen ? '' : address.value} hint={words.hrefHint} required={address.required && !chosen} exact />
    </fieldset>
  )
}
