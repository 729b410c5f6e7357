import nodemailer, { type NodemailerError } from 'nodemailer'

/** One plain-text mail to one person. */
export interface Mail {
  /** Left part of the Message-ID: the same for every try, so that a mail that came twice is recognised. */
  id: string
  /** Name beside our own address. */
  fromName: string
  to: string
  subject: string
  body: string
  lang: string
  /** Where mail programs offer to stop these mails; absent: they are not for stopping. */
  unsubscribeUrl?: string | null
}

export interface Mailer {
  /**
   * Resolves once the server has taken the mail over.
   * @throws MailFailure
   */
  send: (mail: Mail) => Promise<void>
}

export const mailProblems = ['unreachable', 'timeout', 'tls', 'signIn', 'sender', 'refused', 'later', 'badAddress', 'other'] as const
/** Why a mail did not go out. `refused`: the server will never take it; `later`: it asks to try again. */
export type MailProblem = (typeof mailProblems)[number]

/** Carries our code only: the server's sentence may repeat the person's address. */
export class MailFailure extends Error {
  override name = 'MailFailure'
  readonly problem: MailProblem
  constructor(problem: MailProblem) {
    super(problem)
    this.problem = problem
  }

  /** True when trying again cannot help. */
  get isFinal(): boolean {
    return this.problem === 'refused' || this.problem === 'badAddress'
  }
}

const CONNECT_MS = 10_000
const SILENCE_MS = 20_000
/** The whole sending: a server that answers one byte at a time holds no worker. */
const WHOLE_MS = 60_000

/**
 * Speaks with the one server of `smtpUrl` and with nobody else: no files, no addresses are fetched, there is no HTML.
 * @param smtpUrl `smtp://user:password@host:587`, `smtps://…`; null: there is no mail
 * @param from our own address
 * @param wholeMs longest sending, for tests
 */
export function createMailer(smtpUrl: string | null, from: string, wholeMs = WHOLE_MS): Mailer | null {
  if (!smtpUrl) return null
  const transport = nodemailer.createTransport({
    url: withoutFrom(smtpUrl),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = from.slice(from.lastIndexOf('@') + 1)
  return {
    send: async (mail) => {
      if (!isMailAddress(mail.to)) throw new MailFailure('badAddress')
      try {
        await transport.sendMail({
          // Objects, never texts: a comma or a bracket in them does not make a second person.
          from: { name: oneLine(mail.fromName), address: from },
          to: { name: '', address: mail.to },
          envelope: { from, to: [mail.to] },
          messageId: `<${mail.id}@${domain}>`,
          subject: oneLine(mail.subject),
          text: mail.body,
          xMailer: false,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'Content-Language': mail.lang,
            ...unsubscribeHeaders(mail.unsubscribeUrl ?? null),
          },
          signal: AbortSignal.timeout(wholeMs),
        })
      } catch (error) {
        throw new MailFailure(problemOf(error as NodemailerError))
      }
    },
  }
}

/** RFC 2369, and RFC 8058 for one press in the mail program: that one is for HTTPS alone. */
function unsubscribeHeaders(url: string | null): Record<string, string> {
  if (!url) return {}
  const link = { 'List-Unsubscribe': `<${url}>` }
  return url.startsWith('https:') ? { ...link, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : link
}

/**
 * Our own address: `from` in the query of SMTP_URL, else its user name where that is an address, else one at the site's name.
 * @param publicUrl null: a name that reaches nobody
 */
export function senderOf(smtpUrl: string | null, publicUrl: string | null): string {
  const url = smtpUrl ? new URL(smtpUrl) : null
  const candidates = [url?.searchParams.get('from'), url && decodeURIComponent(url.username)]
  const given = candidates.find((candidate) => candidate && isMailAddress(candidate))
  return given ?? `khong-tra-loi@${publicUrl ? new URL(publicUrl).hostname : 'localhost'}`
}

/** Stricter than the standard: no quotes, commas, brackets, spaces or control characters, one `@`, a domain with a dot. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s\p{C}@<>"',;:()[\]\\]{1,64}@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(text)
}

/** Control characters and line ends would begin another header. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

function withoutFrom(smtpUrl: string): string {
  const url = new URL(smtpUrl)
  url.searchParams.delete('from')
  return url.href
}

function problemOf({ code, command, permanent, responseCode }: NodemailerError): MailProblem {
  switch (code) {
    case 'ETIMEDOUT':
    case 'EABORT':
      return 'timeout'
    case 'EDNS':
    case 'ESOCKET':
    case 'ECONNECTION':
      return 'unreachable'
    case 'ETLS':
      return 'tls'
    case 'EAUTH':
    case 'ENOAUTH':
      return 'signIn'
  }
  // The server does not let us send at all: the setting is wrong, not this one mail.
  if (command === 'MAIL FROM') return 'sender'
  if (permanent) return 'refused'
  return responseCode ? 'later' : 'other'
}
