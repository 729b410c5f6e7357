import type { SlipText } from './text.ts'

export const en: SlipText = {
  title: (code) => `Receipt of the public log: ${code}`,
  heading: 'Receipt of the public log',
  waiting: 'This step is being written into the public log, mostly within seconds. Please load the page again.',
  step: 'Petition received',
  place: (line, size) => `Line ${line} of the log, when the log had ${size} lines`,
  receivedAt: 'Received',
  due: 'First notice due',
  short: {
    title: 'Quick check',
    about: 'Point the camera of a phone at this square and open the address. Needs a network.',
    qr: 'Short QR code: the address that checks this receipt',
  },
  full: {
    title: 'The whole receipt',
    about: 'This square holds the whole receipt. Photographed with the offline checker it needs no network.',
    qr: 'Full QR code: the whole receipt but for the words',
    tooBig: 'This receipt is too long for one square: keep the file.',
  },
  file: 'Download the receipt',
  fileHint: 'The file holds the words that you sent as well: give it only to those who may read them.',
  check: 'Check the receipt',
  print: 'Print',
  back: 'Back to the case',
  link: 'Receipt of the public log',
  linkHint: 'Shows that the authority received this petition, and that nobody can change that.',
}
