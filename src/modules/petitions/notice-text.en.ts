import { longDate } from '../../shared/format.ts'
import type { NoticeText } from './notice-text.ts'
import { en as petition } from './text.en.ts'

export const en: NoticeText = {
  kinds: {
    'petition.received': 'Received',
    'petition.accepted': 'Accepted',
    'petition.declined': 'Declined',
    'petition.answered': 'Answered',
    'petition.secretRenewed': 'Secret renewed',
  },
  subject: {
    'petition.received': (code) => `Petition ${code} was received`,
    'petition.accepted': (code) => `Petition ${code} is being worked on`,
    'petition.declined': (code) => `Petition ${code} was declined`,
    'petition.answered': (code) => `Petition ${code} has an answer`,
    'petition.secretRenewed': (code) => `The secret of petition ${code} was renewed`,
  },
  greeting: 'Dear Sir or Madam,',
  opening: {
    'petition.received': ({ authority, code }) => `${authority} has received your petition. Its code is ${code}.`,
    'petition.accepted': ({ authority, code }) => `${authority} has taken on your petition ${code}.`,
    'petition.declined': ({ authority, code }) =>
      `${authority} has declined your petition ${code}. The legal ground and the reason are on its page.`,
    'petition.answered': ({ authority, code }) =>
      `${authority} has answered your petition ${code}. The answer is on its page; when you have read it, please say whether the matter is really solved.`,
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
