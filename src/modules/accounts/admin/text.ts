import type { Lang } from '../../../shared/lang.ts'
import type { SessionLimits } from '../idle/limit-bounds.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface AdminText {
  title: string
  lead: string
  back: string
  save: string
  saved: string
  residents: { title: string; lead: string; noSource: string; sourceHint: string; add: string }
  units: {
    title: string
    hint: string
    name: string
    kind: string
    from: string
    to: string
    successor: string
    noEnd: string
    add: string
    addTitle: string
    editTitle: (name: string) => string
    endTitle: string
    endHint: string
    noSuccessor: string
    successorHint: string
    decisionHint: string
    populationHint: string
    change: string
  }
  split: {
    title: (unit: string) => string
    link: string
    linkHint: string
    lead: string
    needsEnd: string
    toUnit: string
    general: (successor: string, lastDay: string, decision: string) => string
    over: string
    preview: string
    unit: string
    cases: string
    people: string
    hamlets: string
    hamletsTitle: string
    noHamlets: string
    peopleTitle: string
    noPeople: string
    asGeneral: (successor: string) => string
    save: string
  }
  sessions: {
    title: string
    door: string
    lead: string
    defaults: string
    changed: (name: string, when: string) => string
    somebody: string
    hint: Record<keyof SessionLimits, (min: number, max: number, usual: number) => string>
  }
  superiors: {
    title: string
    hint: string
    lead: string
    none: string
    where: string
    here: string
    elsewhere: string
    hostedHint: string
    addTitle: string
    addressHint: string
    documentHint: string
  }
  people: {
    title: string
    hint: string
    name: string
    username: string
    roles: string
    unit: string
    state: string
    add: string
    addTitle: string
    usernameHint: string
    emailHint: string
    noUnit: string
    validToHint: string
    active: string
    notYet: string
    over: string
    closed: string
    temporary: string
    change: string
    place: string
    security: string
    resetPassword: string
    resetPasswordHint: string
    resetTwoFactor: string
    resetTwoFactorHint: string
    close: string
    closeHint: string
    open: string
    openHint: string
    openWork: (n: number) => string
    handOver: string
    /** The one time that a generated password is seen. */
    onceTitle: string
    onceLead: (name: string) => string
    onceDone: string
  }
}

export const text: Record<Lang, AdminText> = { vi, en }
