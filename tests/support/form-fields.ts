/** Names and values that a browser would send of the form with this action, without its buttons and files; a name that comes more than once is a list. */
export function formFields(html: string, action: string): Record<string, string | string[]> {
  const form = [...html.matchAll(/<form\b[^>]*>.*?<\/form>/gs)].map(([whole]) => whole).find((one) => attributeOf(one, 'action') === action)
  if (!form) throw new Error(`The page has no form for ${action}`)
  const fields: Record<string, string | string[]> = {}
  const add = (name: string, value: string) => {
    const known = fields[name]
    fields[name] = known === undefined ? value : [known, value].flat()
  }
  for (const [tag, kind, inside = ''] of form.matchAll(/<input\b[^>]*>|<(textarea|select)\b[^>]*>(.*?)<\/\1>/gs)) {
    const head = /^<[^>]*>/.exec(tag)![0]
    const name = attributeOf(head, 'name')
    if (!name || /\sdisabled\b/.test(head)) continue
    if (kind === 'textarea') add(name, decoded(inside))
    else if (kind === 'select') add(name, chosen(inside))
    else if (!isSkipped(head)) add(name, attributeOf(head, 'value') ?? (/type="(checkbox|radio)"/.test(head) ? 'on' : ''))
  }
  return fields
}

/** As the browser sends it. */
export function encoded(fields: Readonly<Record<string, string | readonly string[]>>): string {
  const pairs = Object.entries(fields).flatMap(([name, values]) =>
    [values].flat().map((value): [string, string] => [name, value as string]),
  )
  return new URLSearchParams(pairs).toString()
}

function isSkipped(head: string): boolean {
  if (/type="(file|submit|button)"/.test(head)) return true
  return /type="(checkbox|radio)"/.test(head) && !/\schecked\b/.test(head)
}

function chosen(options: string): string {
  const heads = [...options.matchAll(/<option\b[^>]*>/g)].map(([head]) => head)
  const one = heads.find((head) => /\sselected\b/.test(head)) ?? heads[0]
  return one ? (attributeOf(one, 'value') ?? '') : ''
}

function attributeOf(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(/^<[^>]*>/.exec(tag)![0])
  return found ? decoded(found[1]!) : undefined
}

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function decoded(html: string): string {
  return html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => signs[name]!)
}
