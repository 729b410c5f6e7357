import './personal-data.table.ts'

export { consentTexts, currentText, textOfVersion } from './consent-texts.ts'
export {
  type Consent,
  consentWrite,
  listConsentLog,
  listConsents,
  type Purpose,
  purposes,
  type Said,
  withdrawConsents,
} from './consents.ts'
