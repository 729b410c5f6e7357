import type { NoticesText } from './text.ts'

export const en: NoticesText = {
  administration: 'Administration',
  title: 'Outbox',
  lead: 'Automatic notices to people who file. Addresses are partly hidden; the words of a mail are erased 30 days after it was sent.',
  notConfigured: {
    title: 'No mail server is set',
    sentence:
      'Mail is kept here and does not go out. Set SMTP_URL and start again to send; mail that was kept goes out only when you press “Send again”.',
  },
  states: { queued: 'Waiting', sent: 'Sent', failed: 'Not sent', kept: 'Kept' },
  retrying: (attempts) => `Will be tried again; tried ${attempts === 1 ? 'once' : `${attempts} times`}`,
  attempts: (attempts) => `Tried ${attempts === 1 ? 'once' : `${attempts} times`}`,
  problems: {
    unreachable: 'The mail server could not be reached',
    timeout: 'The mail server took too long to answer',
    tls: 'No encrypted connection to the mail server could be made',
    signIn: 'The mail server does not accept the name or password in SMTP_URL',
    sender: 'The mail server does not let us send from the office’s address',
    refused: 'The receiving side refused this mail',
    later: 'The mail server asked to try again later',
    badAddress: 'The address is not right',
    other: 'An unknown fault while sending',
  },
  filter: { label: 'Filter by state', all: 'All' },
  columns: { when: 'At', kind: 'Notice', to: 'To', matter: 'Case', state: 'State', act: 'Action' },
  sentAt: (when) => `sent at ${when}`,
  erased: 'erased',
  resend: 'Send again',
  resendAbout: (subject) => `the mail “${subject}”`,
  resent: 'The mail is queued to be sent again now.',
  empty: { title: 'No mail yet.', sentence: 'When somebody who files leaves an e-mail address, the notices to them appear here.' },
  emptyState: 'No mail is in this state.',
  errors: {
    notice_not_resendable: 'This mail was sent, is being sent, or was erased, so it cannot be sent again.',
    mail_not_configured: 'No mail server is set, so nothing can be sent. Set SMTP_URL and start again.',
  },
}
