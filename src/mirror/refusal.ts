/** The town's log was not taken over; what is in the folder stays as it was. */
export class MirrorRefusal extends Error {
  override name = 'MirrorRefusal'
  readonly reason: 'shorter' | 'inconsistent' | 'brokenTiles' | 'otherKey'
  readonly known: number
  readonly shown: number
  constructor(reason: MirrorRefusal['reason'], { known, shown }: { known: number; shown: number }) {
    super(reason)
    this.reason = reason
    this.known = known
    this.shown = shown
  }
}
