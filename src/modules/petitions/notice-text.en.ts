import { longDate } from '../../shared/format.ts'
import type { NoticeText } from './notice-text.ts'
import { en as petition } from './text.en.ts'

export const en: NoticeText = {
  kinds: {
    'petition.received': 'Received',
    'petition.accepted': 'Accepted',
    'petition.declined': 'Declined',
    'petition.answered': 'Answered',
    'petition.askedToComplete': 'More asked for',
    'petition.guided': 'Guidance',
    'petition.transferred': 'Transferred',
    'petition.reportedBack': 'Report back',
    'petition.extended': 'Later date',
    'petition.suspended': 'Suspended',
    'petition.resumed': 'Resumed',
    'petition.dialogueInvited': 'Invitation',
    'petition.dialogueRecorded': 'Minutes',
    'petition.promiseKept': 'Promise kept',
    'petition.closed': 'Closed',
    'petition.reopened': 'Reopened',
    'petition.secretRenewed': 'Secret renewed',
  },
  subject: {
    'petition.received': (code) => `Petition ${code} was received`,
    'petition.accepted': (code) => `Petition ${code} is being worked on`,
    'petition.declined': (code) => `Petition ${code} was declined`,
    'petition.answered': (code) => `Petition ${code} has an answer`,
    'petition.askedToComplete': (code) => `Petition ${code} needs something more`,
    'petition.guided': (code) => `Petition ${code}: where to take it`,
    'petition.transferred': (code) => `Petition ${code} was transferred`,
    'petition.reportedBack': (code) => `Petition ${code}: the other authority has reported`,
    'petition.extended': (code) => `Petition ${code} was given a later date`,
    'petition.suspended': (code) => `Petition ${code} is suspended`,
    'petition.resumed': (code) => `Petition ${code} is being handled again`,
    'petition.dialogueInvited': (code) => `Invitation to a dialogue on petition ${code}`,
    'petition.dialogueRecorded': (code) => `Minutes of the dialogue on petition ${code}`,
    'petition.promiseKept': (code) => `Petition ${code}: the office reports its promise kept`,
    'petition.closed': (code) => `Petition ${code} is closed`,
    'petition.reopened': (code) => `Petition ${code} is open again`,
    'petition.secretRenewed': (code) => `The secret of petition ${code} was renewed`,
  },
  digest: {
    kind: 'Daily mail',
    subject: (code) => `What happened to petition ${code}`,
    lead: ({ code }) => `News of your petition ${code}:`,
    line: (when, what) => `- ${when}. ${what}`,
  },
  greeting: 'Dear Sir or Madam,',
  opening: {
    'petition.received': ({ authority, code }) => `${authority} has received your petition. Its code is ${code}.`,
    'petition.accepted': ({ authority, code }) => `${authority} has taken on your petition ${code}.`,
    'petition.declined': ({ authority, code }) =>
      `${authority} has declined your petition ${code}. The legal ground and the reason are on its page.`,
    'petition.answered': ({ authority, code }) =>
      `${authority} has answered your petition ${code}. The answer is on its page; when you have read it, please say whether the matter is really solved.`,
    'petition.askedToComplete': ({ authority, code }) =>
      `${authority} asks you to complete your petition ${code}. What is missing is on its page; the time limits go on.`,
    'petition.guided': ({ authority, code }) =>
      `Your petition ${code} is not within the competence of ${authority}. Who is competent, and how to file there, is on its page.`,
    'petition.transferred': ({ authority, code }) =>
      `${authority} has sent your petition ${code} to the competent authority. Which one, and under which number, is on its page.`,
    'petition.reportedBack': ({ authority, code }) =>
      `The authority that received your petition ${code} has reported back to ${authority}. Its report is on the page of the case.`,
    'petition.extended': ({ authority, code }) =>
      `${authority} has given your petition ${code} a later date. The old day, the new day and the reason are on its page.`,
    'petition.suspended': ({ authority, code }) =>
      `${authority} has suspended the settlement of your petition ${code}. The ground and the decision are on its page.`,
    'petition.resumed': ({ authority, code }) => `${authority} has resumed the settlement of your petition ${code}.`,
    'petition.dialogueInvited': ({ authority, code }) =>
      `${authority} invites you to a dialogue on your petition ${code}. Day, time and place are on its page.`,
    'petition.dialogueRecorded': ({ code }) => `The minutes of the dialogue on your petition ${code} are on its page.`,
    'petition.promiseKept': ({ authority, code }) =>
      `${authority} reports that it has done what it promised on your petition ${code}. Please look, and say whether it is so.`,
    'petition.closed': ({ authority, code }) => `${authority} has closed case ${code}. Your rating stays beside the answer of the office.`,
    'petition.reopened': ({ authority, code }) => `${authority} has taken up your petition ${code} again.`,
    'petition.secretRenewed': ({ authority, code }) =>
      `The secret of your petition ${code} was renewed at the counter of ${authority}, after an identity check. The old secret no longer works. If you did not ask for this, please tell the office at once.`,
  },
  dueLead: 'Coming due:',
  due: (stage, dueOn, local) => `- ${petition.stage[stage]}: by ${longDate('en', dueOn)}${local ? ' (a local target)' : ''}`,
  tracking: (url) => (url ? `See your petition at: ${url}` : 'See your petition under “Track” on the office’s site.'),
  secret:
    'You need the secret that you were given when you filed. It is never in a mail, and the office never asks for it by mail or phone.',
  closing: (authority) =>
    `${authority}\nThis mail was sent automatically; please do not reply. If you did not file this petition, please ignore it.`,
}
