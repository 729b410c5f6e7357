import type { Db } from '../../platform/database.ts'
import { instantText } from '../../shared/civil-date.ts'
import { findPeople, listHamlets, listUnits, type Scope, type Unit } from '../accounts/index.ts'
import { type ClockView, listClocks } from '../clocks/index.ts'
import { listFiles, type StoredFile } from '../files/index.ts'
import { type Audience, type Entry, listHistory } from '../history/index.ts'
import { allowedActs } from '../lifecycle/index.ts'
import { listMessages, type Message } from '../messages/index.ts'
import { type CaseNotice, listCaseNotices } from '../notices/index.ts'
import { findVerdict } from '../verdicts/index.ts'
import type { BehalfFacts, Party } from './behalf/behalf.ts'
import { listBehalves, listParties } from './behalf/behalf-repository.ts'
import { listDialogues } from './dialogue-repository.ts'
import { type FirstInstance, findFirstInstance } from './first-instance.ts'
import { lifecycle, type PetitionAct, type PetitionRole } from './lifecycle.ts'
import { type Answer, type Dialogue, type Filer, isPublic, matterOf, type Petition, published, type Verification } from './petition.ts'
import { findFiler, listAnswers, listVerifications } from './petition-repository.ts'
import { isOffered, readsContacts, readsInOffice } from './rules.ts'

/** A case as one reader may see it; the same for the page and the API. */
export interface CaseView {
  petition: Petition
  roles: ReadonlySet<PetitionRole>
  inOffice: boolean
  isFiler: boolean
  public: boolean
  unit: Unit | null
  officerName: string | null
  hamletName: string | null
  clocks: ClockView[]
  history: Entry[]
  /** Names of persons and units in the history, for officers. */
  people: ReadonlyMap<string, string>
  units: ReadonlyMap<string, Unit>
  filer: Filer | null
  /** Null: filed for oneself. The office and the filer know; names only who may read the filer's contacts. */
  behalf: BehalfFacts | null
  parties: Party[] | null
  issued: Answer | null
  /** Issued before the case was taken up again. */
  superseded: Answer[]
  /** Meetings before the decision: for the complainant and the office. */
  dialogues: Dialogue[]
  /** How it was settled the first time: for the office and the complainant. */
  firstInstance: FirstInstance | null
  /** Drafts and returned drafts: officers only. */
  drafts: Answer[]
  verifications: Verification[]
  verdict: { solved: 'yes' | 'partly' | 'no'; satisfaction: number; words: string | null; givenAt: Date } | null
  files: StoredFile[]
  messages: Message[]
  /** Automatic mails about the case: officers only. */
  notices: CaseNotice[]
  acts: PetitionAct[]
}

function audiencesOf(roles: ReadonlySet<PetitionRole>): Audience[] {
  if (readsInOffice(roles)) return ['public', 'filer', 'internal']
  return roles.has('filer') ? ['public', 'filer'] : ['public']
}

/** Gathers what somebody with these roles may read of a case, with one query a kind of thing. */
export async function viewCase(db: Db, scope: Scope, petition: Petition, roles: ReadonlySet<PetitionRole>): Promise<CaseView> {
  const matter = matterOf(petition)
  const inOffice = readsInOffice(roles)
  const isFiler = roles.has('filer')
  const inside = inOffice || isFiler
  const [units, hamlets, clocks, history, filer, answers, verifications, verdict, files, dialogues, firstInstance, messages, notices] =
    await Promise.all([
      listUnits(db, scope),
      petition.hamletId ? listHamlets(db, scope) : [],
      listClocks(db, scope, matter),
      listHistory(db, scope, matter, audiencesOf(roles)),
      readsContacts(roles) ? findFiler(db, scope, petition.id) : undefined,
      listAnswers(db, scope, petition.id),
      listVerifications(db, scope, petition.id),
      findVerdict(db, scope, matter),
      listFiles(db, scope, matter),
      inside && petition.kind === 'complaint' ? listDialogues(db, scope, petition.id) : [],
      inside && petition.instance === 2 ? findFirstInstance(db, scope, petition.id) : null,
      inside ? listMessages(db, scope, matter, { kinds: inOffice ? ['toFiler', 'fromFiler', 'internal'] : ['toFiler', 'fromFiler'] }) : [],
      inOffice ? listCaseNotices(db, scope, matter) : [],
    ])
  const behalf = inside ? ((await listBehalves(db, scope, [petition.id])).get(petition.id) ?? null) : null
  const parties = behalf && readsContacts(roles) ? await listParties(db, scope, petition.id) : null
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const hamlet = hamlets.find((candidate) => candidate.id === petition.hamletId)
  const names = inOffice
    ? await findPeople(db, [...new Set([petition.officerId, ...history.map((entry) => entry.actorId)].filter((id) => id !== null))])
    : new Map<string, string>()
  const shownAnswer = (answer: Answer) => (inside ? answer : { ...answer, text: answer.publicText ?? answer.text })
  return {
    petition: inside ? petition : published(petition),
    roles,
    inOffice,
    isFiler,
    public: isPublic(petition),
    unit: petition.unitId ? (byId.get(petition.unitId) ?? null) : null,
    officerName: petition.officerId ? (names.get(petition.officerId) ?? null) : null,
    hamletName: placeName(petition, hamlet && [hamlet.name, byId.get(hamlet.unitId)?.shortName], inside),
    clocks,
    history: history.map((entry) => withoutNames(entry, roles)),
    people: names,
    units: byId,
    filer: filer ?? null,
    behalf,
    parties,
    issued: answers.filter((answer) => answer.state === 'issued').map(shownAnswer)[0] ?? null,
    superseded: answers.filter((answer) => answer.state === 'superseded').map(shownAnswer),
    drafts: inOffice ? answers.filter((answer) => answer.state !== 'issued' && answer.state !== 'superseded') : [],
    dialogues,
    firstInstance,
    verifications: inOffice ? verifications : verifications.filter((verification) => verification.public),
    verdict: verdict ? { ...verdict, words: inside ? verdict.words : null } : null,
    files: files.filter((file) => inOffice || file.visibility === 'public' || (isFiler && file.visibility === 'filer')),
    messages,
    notices,
    acts: allowedActs(lifecycle, petition, roles).filter((act) => isOffered(petition, act, roles, dialogues, behalf?.behalf ?? null)),
  }
}

/** Why a group was put right may name somebody: the reason is for those who read names. */
function withoutNames(entry: Entry, roles: ReadonlySet<PetitionRole>): Entry {
  return entry.type === 'petition.groupCorrected' && !readsContacts(roles) ? { ...entry, words: {} } : entry
}

/** Where it is. The exact place that was typed beside a chosen hamlet is for the filer and the office: it may be a home. */
function placeName(petition: Petition, hamlet: readonly (string | undefined)[] | undefined, exactly: boolean): string | null {
  if (!hamlet) return petition.hamletText
  return [exactly && petition.hamletText, ...hamlet].filter(Boolean).join(', ')
}

export function clockJson(clock: ClockView) {
  const { stage, rule, startedOn, dueOn, local, basis, sure, state, extended, metOn, variant, id } = clock
  return { id, stage, rule, variant, startedOn, dueOn, local, basis, sure, state, extended, metOn }
}

/** A row of a list, for the register and the inbox. */
export function petitionJson(petition: Petition) {
  const {
    code,
    kind,
    status,
    step,
    subject,
    receivedAt,
    dueOn,
    extended,
    unitId,
    outcome,
    promisedOn,
    answeredOn,
    verdict,
    version,
    followers,
  } = petition
  return {
    code,
    kind,
    status,
    step,
    subject,
    receivedAt: instantText(receivedAt),
    dueOn,
    extended,
    unitId,
    outcome,
    promisedOn,
    answeredOn,
    verdict,
    version,
    followers,
  }
}

/** A case for programs: what this caller may know, no more. */
export function caseJson(view: CaseView) {
  const { petition, issued, verdict } = view
  return {
    ...petitionJson(petition),
    body: petition.body,
    hamlet: view.hamletName,
    location: view.inOffice || view.isFiler ? (petition.lat === null ? null : { lat: petition.lat, lon: petition.lon }) : undefined,
    publish: view.inOffice || view.isFiler ? petition.publish : undefined,
    public: view.public,
    unit: view.unit && { id: view.unit.id, name: view.unit.name },
    officer: view.inOffice ? view.officerName : undefined,
    filer: view.filer ? { ...view.filer, accountId: undefined } : undefined,
    behalf: view.behalf ?? undefined,
    parties: view.parties ?? undefined,
    clocks: view.clocks.map(clockJson),
    history: view.history.map((entry) => ({
      seq: entry.seq,
      type: entry.type,
      at: instantText(entry.at),
      by: entry.actorRole,
      facts: entry.facts,
      ...(view.inOffice ? { words: entry.words } : {}),
    })),
    answer: issued && {
      text: issued.text,
      outcome: issued.outcome,
      promisedOn: issued.promisedOn,
      issuedAt: issued.issuedAt && instantText(issued.issuedAt),
    },
    verdict: verdict && {
      solved: verdict.solved,
      satisfaction: verdict.satisfaction,
      words: verdict.words,
      givenAt: instantText(verdict.givenAt),
    },
    files: view.files.map((file) => ({
      id: file.id,
      name: file.originalName,
      mediaType: file.mediaType,
      bytes: file.bytes,
      role: file.role,
    })),
  }
}
