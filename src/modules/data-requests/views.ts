import type { Db } from '../../platform/database.ts'
import { instantText } from '../../shared/civil-date.ts'
import { findPeople, type Scope } from '../accounts/index.ts'
import { type ClockView, listClocks } from '../clocks/index.ts'
import { type Entry, listHistory } from '../history/index.ts'
import { allowedActs } from '../lifecycle/index.ts'
import type { Access } from './access.ts'
import { type DataRequest, matterOf, type RequestWords } from './data-request.ts'
import { findWords } from './data-request-repository.ts'
import { type DataRequestAct, lifecycle } from './lifecycle.ts'
import { copyUntil, readsInOffice, readsWords } from './rules.ts'

/** A request as one reader may see it; the same for the page and the API. */
export interface DataRequestView {
  request: DataRequest
  inOffice: boolean
  words: RequestWords | null
  clocks: ClockView[]
  history: Entry[]
  /** Names of the officers in the history, for the office. */
  people: ReadonlyMap<string, string>
  acts: DataRequestAct[]
}

export async function viewDataRequest(db: Db, scope: Scope, { request, roles }: Access): Promise<DataRequestView> {
  const matter = matterOf(request)
  const inOffice = readsInOffice(roles)
  const [words, clocks, history] = await Promise.all([
    readsWords(roles) ? findWords(db, scope, request.id) : undefined,
    listClocks(db, scope, matter),
    listHistory(db, scope, matter, inOffice ? ['public', 'filer', 'internal'] : ['public', 'filer']),
  ])
  const officers = history.map((entry) => entry.actorId).filter((id) => id !== null)
  return {
    request,
    inOffice,
    words: words ?? null,
    clocks,
    history,
    people: inOffice ? await findPeople(db, [...new Set(officers)]) : new Map(),
    acts: allowedActs(lifecycle, request, roles).filter((act) => act !== 'extend' || !request.extended),
  }
}

/** Facts without personal text. */
export function dataRequestJson(request: DataRequest) {
  const { code, kind, subjectCode, proof, status, requestedAt, dueOn, extended, doneOn, refusalBasis, version } = request
  const copy = copyUntil(request)
  return {
    code,
    kind,
    subjectCode,
    proof,
    status,
    requestedAt: instantText(requestedAt),
    dueOn,
    extended,
    doneOn,
    refusalBasis,
    copyUntil: copy,
    version,
  }
}

export function viewJson({ request, words, clocks, history, acts }: DataRequestView) {
  return {
    ...dataRequestJson(request),
    words: words?.words ?? undefined,
    corrections: words?.corrections,
    clocks: clocks.map(({ stage, rule, startedOn, dueOn, state, extended, basis, sure }) => ({
      stage,
      rule,
      startedOn,
      dueOn,
      state,
      extended,
      basis,
      sure,
    })),
    history: history.map(({ seq, type, at, actorRole, facts, words }) => ({
      seq,
      type,
      at: instantText(at),
      by: actorRole,
      facts,
      reason: words['reason'],
    })),
    acts,
  }
}
