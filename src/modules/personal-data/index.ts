import './personal-data.table.ts'

export { consentTexts, currentText, textOfVersion } from './consent-texts.ts'
export {
  type Consent,
  consentWrite,
  listConsents,
  type Purpose,
  type Said,
  walkConsents,
  withdrawConsents,
} from './consents.ts'
export { lastLookOn, ownLookPart, recordOwnLook } from './looks.ts'
