/** A start that cannot go on; the command says it in the reader's words, with what to do. */
export class StartRefusal extends Error {
  override name = 'StartRefusal'
  readonly code: 'nameMissing' | 'otherName' | 'folderTaken'
  constructor(code: StartRefusal['code']) {
    super(code)
    this.code = code
  }
}
