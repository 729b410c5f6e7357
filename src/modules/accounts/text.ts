import type { Lang } from '../../shared/lang.ts'
import type { Role, UnitKind } from './accounts.ts'
import { en } from './text.en.ts'
import { vi } from './text.vi.ts'

export interface AccountsText {
  /** Sentences for our refusals, by code. */
  errors: Record<string, string>
  fields: Record<string, string>
  roles: Record<Role, string>
  /** Name of whoever had an account that was erased. */
  erasedAccount: string
  unitKinds: Record<UnitKind, string>
  signIn: {
    title: string
    lead: string
    usernameHint: string
    submit: string
    /** After the session ended or a page asked for it. */
    askedFor: string
    /** The session was left alone for too long, or reached its end. */
    ended: string
    forgotten: string
    forgottenHow: string
  }
  /** A form that came when the session was over. */
  typed: { kept: string; words: string; title: string; lead: string; send: string; filesGone: string; chooseAgain: string; back: string }
  code: { title: string; lead: string; hint: string; submit: string; lost: string; lostHow: string; again: string }
  account: {
    title: string
    username: string
    roles: string
    unit: string
    noUnit: string
    security: string
    passwordAction: string
    twoFactor: string
    twoFactorOn: string
    twoFactorOff: string
    twoFactorAction: string
    sessions: string
    sessionsLead: string
    device: string
    startedAt: string
    endsAt: string
    thisOne: string
    action: string
    end: string
    endOthers: string
    unknownDevice: string
    on: (browser: string, system: string) => string
    ended: string
    othersEnded: string
    passwordChanged: string
    twoFactorEnded: string
  }
  /** An officer's own choice of reminders. */
  reminders: {
    title: string
    goesTo: (email: string) => string
    noAddress: string
    beforeDue: string
    hint: string
    save: string
    saved: string
  }
  password: { title: string; lead: string; temporary: string; hint: (min: number) => string; submit: string }
  twoFactor: {
    title: string
    lead: string
    begin: string
    scan: string
    qr: string
    byHand: string
    enterCode: string
    confirm: string
    startOver: string
    isOn: string
    end: string
    endLead: string
    recovery: string
    recoveryLead: string
    recoveryDone: string
  }
  /** `congdan admin create` */
  command: {
    usage: string
    wrongUse: (problem: string) => string
    missing: (option: string) => string
    noAuthority: string
    wrongUsername: string
    wrongName: string
    wrongPassword: (min: number, max: number) => string
    created: (name: string, username: string) => string
    password: (password: string) => string
  }
}

export const text: Record<Lang, AccountsText> = { vi, en }
