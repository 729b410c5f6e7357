/** What became of the rows of a table. */
export interface TableCount {
  read: number
  brought: number
  /** Brought over by an earlier run. */
  already: number
  refused: number
}

/** Something that a person should know of one row. */
export interface Remark {
  table: string
  sourceId: string
  code: string
  /** A file, an address, words: what the code speaks of. */
  what: string
}

/** Counts what happens, and says each refusal and each note as it happens: none is kept. */
export class Report {
  readonly tables = new Map<string, TableCount>()
  notes = 0
  private readonly say: (kind: 'refused' | 'note', remark: Remark) => void

  constructor(say: (kind: 'refused' | 'note', remark: Remark) => void) {
    this.say = say
  }

  count(table: string, what: keyof TableCount, by = 1): void {
    const counts = this.tables.get(table) ?? { read: 0, brought: 0, already: 0, refused: 0 }
    counts[what] += by
    this.tables.set(table, counts)
  }

  refuse(table: string, sourceId: string, code: string, what = ''): void {
    this.count(table, 'refused')
    this.say('refused', { table, sourceId, code, what })
  }

  note(table: string, sourceId: string, code: string, what = ''): void {
    this.notes++
    this.say('note', { table, sourceId, code, what })
  }

  get refused(): number {
    return [...this.tables.values()].reduce((sum, { refused }) => sum + refused, 0)
  }
}
