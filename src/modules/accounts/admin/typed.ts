/** What was typed, to be shown again with its problems. */
export type Typed = Readonly<Record<string, unknown>>

export function typedAt(typed: Typed | undefined, field: string, otherwise = ''): string {
  const value = typed?.[field]
  return typeof value === 'string' ? value : otherwise
}
