import type { Lang } from '../../../shared/lang.ts'
import type { PetitionKind } from '../petition.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export type FormKind = PetitionKind | 'denunciation'

/** Words of the resident's pages. */
export interface CitizenText {
  form: {
    title: string
    lead: string
    kind: string
    kinds: Record<FormKind, { text: string; hint: string }>
    denunciationLink: string
    what: string
    subject: string
    subjectHint: string
    body: string
    bodyHint: string
    where: string
    hamlet: string
    hamletEmpty: string
    place: string
    placeHint: string
    pin: string
    pinLead: string
    lat: string
    lon: string
    files: string
    chooseFiles: string
    filesHint: string
    filesHave: (n: number) => string
    removeFile: (name: string) => string
    filesFull: string
    who: string
    whoLead: string
    name: string
    phone: string
    phoneHint: string
    email: string
    emailHint: string
    address: string
    publishing: string
    publish: string
    publishHint: string
    yes: string
    no: string
    data: string
    dataLines: readonly string[]
    submit: string
    startOver: string
    kept: string
    filedBefore: (code: string) => string
    filedBeforeLink: string
  }
  check: {
    title: string
    lead: string
    change: string
    none: string
    place: string
    pin: string
    publishYes: string
    publishNo: string
    files: string
    noFiles: string
    remove: string
    addFiles: string
    send: string
    sendHint: string
  }
  done: {
    title: string
    lead: string
    code: string
    secret: string
    secretHint: string
    due: string
    why: string
    local: string
    law: string
    next: string
    nextLines: readonly string[]
    slip: string
    open: string
    another: string
    anotherHint: string
    secretLost: string
  }
  slip: {
    title: string
    sentAt: string
    due: string
    track: string
    qr: string
    keep: string
    print: string
    back: string
  }
  denunciation: {
    title: string
    deleted: string
    where: string
    address: string
    hours: string
    phone: string
    book: string
    notDenunciation: string
    back: string
  }
  lookup: {
    title: string
    lead: string
    code: string
    codeHint: string
    secret: string
    secretHint: string
    submit: string
    /** One sentence for an unknown code and for a wrong secret. */
    failed: string
    tooMany: string
    lost: string
    account: string
    closed: string
  }
  matter: {
    /** Before code and subject in the title of the filer's own page, which differs from the public one. */
    own: string
    code: string
    sent: (when: string) => string
    unit: string
    left: (days: number) => string
    overdue: (days: number) => string
    today: string
    answeredOnTime: string
    answeredLate: string
    paused: string
    kept: string
    keptLate: string
    stopped: string
    dueOn: (date: string) => string
    metOn: (date: string) => string
    startedOn: (date: string) => string
    used: (percent: string) => string
    why: string
    local: string
    extended: string
    steps: string
    stepNames: { receive: string; accept: string; declined: string; verify: string; answer: string; rate: string; filerRates: string }
    stepDue: (date: string) => string
    stepReopen: string
    whatWasSent: string
    history: string
    acceptedBy: (unit: string) => string
    assignedTo: (unit: string) => string
    handedTo: (unit: string) => string
    awaiting: string
    awaitingHint: string
    cut: string
    firstPromised: (date: string) => string
    promiseKept: (date: string) => string
    earlierAnswer: (when: string) => string
    dialogues: string
    dialogueInvited: string
    dialogueHint: string
    firstInstance: (code: string, authority: string) => string
    filesAdded: (n: number) => string
    outcome: string
    officeSays: string
    filerSays: string
    noVerdict: string
    verdictPending: string
    promised: (date: string) => string
    satisfaction: string
    answer: string
    files: string
    messages: string
    publicYes: string
    publicWaiting: string
    publicNo: string
    publication: string
    publicLink: string
    close: string
    closeHint: string
    yours: string
    yoursLink: string
  }
  acts: {
    rate: string
    rateLead: string
    rateAgain: string
    solved: string
    satisfaction: string
    words: string
    rateSubmit: string
    rated: string
    add: string
    addLead: string
    addWords: string
    addFiles: string
    addFilesHint: (left: number) => string
    addSubmit: string
    added: string
    withdraw: string
    withdrawLink: string
    withdrawLead: string
    withdrawReason: string
    withdrawSubmit: string
    withdrawn: string
    reopen: string
    reopenLead: string
    reopenReason: string
    reopenSubmit: string
    reopened: string
    withdrawPart: string
    withdrawPartLead: string
    withdrawPartWords: string
    withdrawPartSubmit: string
    partWithdrawn: string
    withdrawConsent: string
    withdrawConsentLead: string
    consentWithdrawn: string
    appeal: string
    appealLead: string
    appealReason: string
    appealSubmit: string
    appealed: string
    keep: string
    conflict: string
    conflictWhat: (event: string, when: string) => string
    typed: string
  }
  register: {
    title: string
    lead: string
    search: string
    searchHint: string
    go: string
    filter: string
    status: string
    kind: string
    unit: string
    any: string
    perPage: string
    q: (words: string) => string
    empty: string
    emptyHint: string
    emptyAll: string
    first: string
    feed: string
    feedTitle: string
    feedFiltered: string
    verdict: (words: string) => string
  }
  own: { title: string; lead: string; empty: string; file: string }
}

export const text: Record<Lang, CitizenText> = { vi, en }
