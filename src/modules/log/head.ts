/** The tree at one size, as it was signed. */
export interface Head {
  size: number
  root: Buffer
  /** The signed note. */
  checkpoint: string
  at: Date
}
