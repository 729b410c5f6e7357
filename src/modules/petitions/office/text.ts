import type { Lang } from '../../../shared/lang.ts'
import type { PersonalKind } from '../../../shared/privacy-guard.ts'
import type { OfficeAct, PetitionAct } from '../lifecycle.ts'
import type { DeskScope, InboxView } from '../list-inbox.ts'
import type { IdentityPaper } from '../renew-secret.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

/** Words of the officers' pages; words of the petition itself are in the module's text. */
export interface OfficeText {
  due: { today: string; left: (days: number) => string; overdue: (days: number) => string; none: string; soonest: string }
  inbox: {
    title: string
    lead: Record<DeskScope['mine'], string>
    leadAuditor: string
    views: Record<InboxView, string>
    viewsLabel: string
    search: string
    searchButton: string
    searchHint: string
    filterStatus: string
    filterKind: string
    filterUnit: string
    any: string
    found: (q: string) => string
    caption: (view: string) => string
    /** For the list of all cases, which is not ordered by due date. */
    captionNewest: string
    captionFollowed: (view: string) => string
    sort: string
    mostFollowed: string
    /** The order that each list has by itself. */
    asUsual: string
    columns: { code: string; subject: string; kind: string; desk: string; due: string; state: string }
    receivedOn: (day: string) => string
    noUnit: string
    noOfficer: string
    firstPage: string
    empty: Record<InboxView, { title: string; hint: string }>
    emptyFilter: { title: string; hint: string }
    clear: string
    keys: { down: string; up: string; open: string; search: string; help: string }
    takeDown: string
    awaiting: string
    figures: string
  }
  deputy: { title: string; lead: string; none: string; noneHint: string; banner: string; link: string }
  notYours: { title: string; lead: string; admin: string }
  case: {
    title: (code: string) => string
    inbox: string
    publicPage: string
    done: Record<OfficeAct | 'message' | 'note', string>
    refusedTitle: string
    happened: (what: string, by: string, when: string) => string
    keptTitle: string
    keptHint: string
    content: string
    agreedToPublish: string
    doesNotPublish: string
    isPublic: (when: string) => string
    channelAt: (channel: string, when: string) => string
    place: string
    coordinates: string
    noPlace: string
    filer: string
    filerHidden: string
    consents: string
    files: string
    noFiles: string
    filesPublic: string
    filesInternal: string
    clocks: string
    explain: string
    usedDays: (used: number, total: number) => string
    clockMet: string
    clockLate: string
    clockPaused: string
    clockStopped: string
    startedOn: (day: string) => string
    desk: string
    answer: string
    answerIssued: (when: string) => string
    outcomeAndVerdict: string
    office: string
    people: string
    noVerdict: string
    satisfaction: string
    drafts: string
    draftState: Record<'draft' | 'replaced' | 'returned', string>
    draftBy: (name: string, when: string) => string
    returnedBecause: string
    promisedOn: (day: string) => string
    timeline: string
    verification: { public: string; internal: string }
    erased: string
    somebody: string
    system: string
    toUnit: string
    firstInstance: (code: string, authority: string) => string
    firstUnanswered: string
    dialogues: string
    invited: string
    earlierAnswer: (when: string) => string
    promiseMoved: string
    promiseKept: string
  }
  guard: {
    title: string
    nothing: string
    found: (n: number) => string
    kind: Record<PersonalKind, string>
    places: { subject: string; body: string; answer: string; verification: string }
    line: (kind: string, where: string) => string
    advice: string
    mark: (kind: string) => string
  }
  acts: {
    title: string
    none: string
    readsOnly: string
    hint: Partial<Record<PetitionAct, string>>
    button: Partial<Record<PetitionAct, string>>
    unitLater: string
    officerLater: string
    officerHint: string
    groundHint: string
    reasonToFiler: string
    agencyHint: string
    documentHint: string
    publicReason: string
    askHint: string
    returnReason: string
    evidence: string
    evidenceHint: string
    publicHint: string
    answerHint: string
    promisedHint: string
    criteriaHint: string
    fromReturned: string
    noDraft: string
  }
  messages: {
    title: string
    none: string
    toFiler: string
    toFilerHint: string
    send: string
    notes: string
    notesHint: string
    noNotes: string
    note: string
    saveNote: string
    filer: string
    officerTo: (name: string) => string
    internal: string
    erased: string
  }
  counter: {
    title: string
    lead: string
    denunciation: string
    person: string
    matter: string
    placeTitle: string
    hamletNone: string
    hamletHint: string
    contactHint: string
    emailHint: string
    identityHint: string
    coordinatesHint: string
    publish: string
    publishHint: string
    publishYes: string
    publishNo: string
    submit: string
  }
  renewal: {
    title: string
    lead: string
    warning: string
    papers: Record<IdentityPaper, string>
    /** What the officer vouches for. */
    compared: string
    button: string
    noFiler: string
    /** The link on the case page. */
    link: string
  }
  slip: {
    title: string
    renewedTitle: string
    renewed: string
    oldIsVoid: string
    repeated: string
    once: string
    handOver: string
    code: string
    secret: string
    received: string
    by: string
    dueTitle: string
    how: string
    track: (address: string) => string
    keep: string
    print: string
    open: string
    another: string
  }
  figures: {
    title: string
    lead: string
    ofUnit: (unit: string) => string
    received: string
    month: string
    number: string
    answers: string
    onTime: string
    late: string
    extended: string
    shareOnTime: string
    extendedNote: string
    outcomeTitle: string
    verdictTitle: string
    apart: string
    outcome: string
    verdict: string
    noneGiven: string
    units: string
    unit: string
    receivedAll: string
    open: string
    overdue: string
    statuses: string
    status: string
    nothing: string
  }
}

export const text: Record<Lang, OfficeText> = { vi, en }
