import type { CheckText } from './text.ts'

export const en: CheckText = {
  title: 'Check a receipt',
  lead: 'True or forged? Your own device checks it here: nothing is sent anywhere, and you need not trust the authority.',
  form: {
    file: 'File of the receipt',
    fileHint: 'The file whose name ends in “.phieu.json”, from the page of your case.',
    photo: 'Photograph the QR code on the paper',
    photoHint: 'Opens the camera of the phone; the picture is read on this device only.',
    picture: 'Or choose a picture',
    text: 'Or paste the receipt',
    textHint: 'Paste all of it, from { to }. The address in the QR code will do as well.',
    submit: 'Check',
    noScript: 'This browser runs no JavaScript, so the authority’s server checks for you: you have to trust that it tells the truth.',
    noScriptQr: 'To check a QR code, point the camera of a phone at it and open the address that it shows.',
  },
  byServer:
    'This time the authority’s server checked, not your own device. If you would rather not trust it: turn JavaScript on, or use the offline file or the command below.',
  result: 'Result of the check',
  nothing: 'Choose the file of the receipt or paste its content.',
  offline: {
    title: 'Check without a network',
    about:
      'Save this file to a disk or USB stick and open it in a browser. It checks as this page does, brings the authority’s key along and never goes online.',
    link: 'Download the offline checker',
    name: 'check-receipt.html',
  },
  key: {
    title: 'Public key of the log',
    about:
      'This page compares receipts with the key below. Compare it with the one that the authority made known elsewhere, on a notice board or the Front’s page.',
    none: 'The public log has no key yet.',
  },
  command: {
    title: 'Check on the command line',
    about: 'Exit code 0: true receipt. 1: forged, with the wrong part. 2: cannot be read.',
  },
  means: {
    title: 'What a check says',
    provesTitle: 'A true receipt proves',
    proves: [
      'That the step stands in the public log, in this place, since that time.',
      'That nobody, the authority included, can change or remove it unseen.',
      'That the words that come with it are those of the time when the log was written.',
    ],
    notTitle: 'A true receipt does not prove',
    not: [
      'That what the petition says is true, or that the matter was settled well.',
      'That whoever holds the receipt is the person who filed.',
      'That the authority keeps one log only: the witnesses watch over that.',
    ],
  },
  kept: {
    lead: 'This file checks receipts on this device, without a network.',
    from: (site, day) => `Downloaded from ${site} on ${day}.`,
    keys: 'The authority’s key that this file brings along; compare it with the one made known elsewhere:',
  },
  errors: {},
}
