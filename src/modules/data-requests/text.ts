import type { CivilDate } from '../../shared/civil-date.ts'
import type { Lang } from '../../shared/lang.ts'
import type { Purpose } from '../personal-data/index.ts'
import type { DataRequestKind, DataRequestStage, DataRequestStatus, Proof } from './data-request.ts'
import type { Hold } from './holds.ts'
import type { DataRequestAct } from './lifecycle.ts'
import type { Told } from './tell-requester.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

type Details = Record<string, unknown>

interface ConsentsText {
  title: string
  of: (code: string) => string
  lead: string
  admin: string
  find: string
  codeHint: string
  show: string
  none: string
  csv: string
  csvHint: string
  link: string
  head: Record<'purpose' | 'said' | 'at' | 'by' | 'words', string>
  purpose: Record<Purpose, string>
  given: string
  refused: string
  withdrawn: string
  /** Either of the two, where one line is read alone. */
  notGiven: string
  by: Record<'filer' | 'receptionOfficer' | 'follower', string>
  /** No sentence of ours was shown. */
  unshown: string
  current: string
  csvHead: readonly string[]
}

export interface DataRequestsText {
  kind: Record<DataRequestKind, string>
  kindHint: Record<DataRequestKind, string>
  status: Record<DataRequestStatus, string>
  stage: Record<DataRequestStage, string>
  act: Record<DataRequestAct, string>
  proof: Record<Proof, string>
  /** Sentence of each kind of history entry. */
  event: Record<string, string>
  role: Record<string, string>
  fields: Record<string, string>
  errors: Record<string, string | ((details: Details) => string)>
  ask: {
    title: string
    lead: string
    codeHint: string
    secretHint: string
    correctTitle: string
    correctHint: string
    representedHint: string
    counterHint: string
    understoodHint: string
    wordsHint: string
    limits: string
    send: string
    track: string
  }
  account: {
    title: string
    lead: string
    what: string
    code: string
    effects: readonly string[]
    link: string
    linkHint: string
  }
  consents: ConsentsText
  counter: { title: string; lead: string; checkedHint: string; slip: string; done: string }
  own: {
    title: string
    lead: string
    codeHint: string
    secretHint: string
    submit: string
    wrong: string
    keep: string
    now: Record<DataRequestStatus, string>
    copy: string
    copyJson: string
    copyHint: (until: CivilDate) => string
    cancelHint: string
    close: string
    closeHint: string
  }
  shared: {
    about: string
    due: string
    corrections: string
    refusal: string
    reason: string
    history: string
    noWords: string
    wordsErased: string
    /** What the law kept when everything of an account was to be erased. */
    kept: string
    keptNone: string
    matters: string
    ground: Record<Hold['id'], string>
    clock: (rule: { dueOn: CivilDate; basis: string; sure: string }) => string
  }
  office: {
    title: string
    lead: string
    head: Record<'due' | 'code' | 'kind' | 'about', string>
    none: string
    enter: string
    retention: string
    acts: string
    noActs: string
    done: string
    eraseWarning: string
    eraseCodeHint: string
    basisHint: string
    reasonHint: string
  }
  copy: {
    title: (code: string) => string
    lead: string
    json: string
    none: string
    /** Names of the data, as far as they are words. */
    names: Readonly<Record<string, string>>
  }
  mail: {
    kinds: Record<`dataRequest.${Told}`, string>
    subject: (code: string) => string
    greeting: string
    opening: Record<Told, (code: string) => string>
    due: (on: CivilDate) => string
    see: (url: string | null) => string
  }
}

export const text: Record<Lang, DataRequestsText> = { vi, en }
