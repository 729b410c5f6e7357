import { behalfFormFields, behalfOf } from '../behalf/behalf-form.ts'

/** The flat fields of the counter's form as the filing that the API takes. What is unknown stays, so that it is refused by its name. */
export function fromCounterForm(typed: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { name, phone, email, address, identityNumber, lat, lon, ...others } = typed
  const rest = Object.fromEntries(Object.entries(others).filter(([field]) => !(behalfFormFields as readonly string[]).includes(field)))
  const filing: Record<string, unknown> = {
    ...rest,
    ...behalfOf(typed as Record<string, string>),
    filer: { name, phone, email, address, identityNumber: digitsOnly(identityNumber) },
  }
  if (!isBlank(lat) || !isBlank(lon)) filing['location'] = { lat: toNumber(lat), lon: toNumber(lon) }
  return filing
}

const isBlank = (value: unknown) => value === undefined || (typeof value === 'string' && value.trim() === '')

/** `11,8372` as people write it, or NaN, which is refused. */
function toNumber(value: unknown): number {
  return typeof value === 'string' && !isBlank(value) ? Number(value.trim().replace(',', '.')) : Number.NaN
}

/** Cards print the number in groups. */
function digitsOnly(value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/[\s.-]/g, '') : value
}
