import type { BehalfText } from './text.ts'

export const en: BehalfText = {
  fields: {
    behalf: 'For whom',
    represented: 'Represented person',
    group: 'Group',
    'represented.ground': 'Why you may represent',
    'represented.name': 'Name of the represented person',
    'represented.address': 'Address of the represented person',
    'represented.identityNumber': 'Personal number of the represented person',
    'group.people': 'Number of people',
    spokespeople: 'Others who speak for the group',
    signers: 'Signers',
    representedName: 'Name of the represented person',
    representedAddress: 'Address of the represented person',
    representedIdentity: 'Personal number of the represented person',
    people: 'Number of people',
    ground: 'Why you may represent',
    identityNumber: 'Personal number',
  },
  form: {
    title: 'For whom do you write?',
    behalf: 'For whom',
    choices: {
      self: 'For myself',
      representative: 'For another person',
      group: 'For a group of five people or more',
    },
    representative: 'For another person: who it is',
    representativeLead:
      'A complaint for somebody else needs a paper of authorisation or proof of kinship: attach a photo above, or bring it when an officer asks.',
    groupTitle: 'For a group: who they are',
    groupLead: 'You are the first to speak for the group. It may name others, five in all at most.',
    peopleHint: 'You included.',
    spokespeopleHint: 'Optional. One person a line: full name, a comma, the address. Four at most.',
    signersHint: 'Optional; you may attach a photo of the signatures. One person a line: full name, a comma, the address.',
    identityHint:
      'The 12 digits of the personal number, or the 9 of an old identity card. Not required to file; an officer may ask for it before a complaint is accepted.',
  },
  grounds: {
    guardian: 'As a parent, guardian or legal representative',
    relative: 'Authorised by a relative who is ill, old or unable to do it',
    lawyer: 'As an authorised lawyer or legal aid officer',
    organisation: 'As the representative of an organisation',
  },
  roles: { represented: 'Represented person', spokesperson: 'Speaks for the group', signer: 'Signer' },
  ofMany: (n) => `Of many people (${n})`,
  forAnother: 'For another person',
  ground: 'Ground',
  paper: 'See the paper of authorisation or the proof before you accept it.',
  hidden: 'You may not see the names of those concerned.',
  erased: 'No names were taken down.',
}
