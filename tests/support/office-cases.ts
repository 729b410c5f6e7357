import { randomUUID } from 'node:crypto'
import { type Actor, listStaff } from '../../src/modules/accounts/index.ts'
import { actAs, filePetition, type Petition, type PetitionOptions, type petitionActs } from '../../src/modules/petitions/index.ts'
import { addDays, civilDateOf } from '../../src/shared/civil-date.ts'
import type { TestApp } from './app.ts'
import { actInputs } from './lawful-acts.ts'

type Act = (typeof petitionActs)[number]

const scope = { authorityId: 1 }

/** Steps at which a case can be put for a test, and how it gets there. */
const ways = {
  new: [],
  unassigned: ['accept'],
  assigned: ['acceptForUnit'],
  verifying: ['acceptForUnit', 'recordVerification'],
  drafted: ['acceptForUnit', 'draftAnswer'],
  answered: ['acceptForUnit', 'draftAnswer', 'issueAnswer'],
  declined: ['decline'],
  withdrawn: ['withdraw'],
  suspended: ['acceptForUnit', 'suspend'],
  invited: ['acceptForUnit', 'inviteToDialogue'],
  promised: ['acceptForUnit', 'draftPromise', 'issueAnswer'],
  transferred: ['transfer'],
  guided: ['guide'],
} as const satisfies Record<string, readonly string[]>
export type CaseStep = keyof typeof ways

export interface OfficeCases {
  people: ReadonlyMap<string, Actor>
  /** Unit of `nam` and `dung`. */
  unitId: string
  aCase: (step: CaseStep, change?: Partial<Parameters<typeof filePetition>[1]['input']>) => Promise<Petition & { secret: string }>
  act: (username: string, petition: { id: string }, act: Act, input: unknown) => Promise<Petition>
}

/** Cases at any step, made by the acts themselves and not by rows. */
export async function officeCases(
  { db, appKey }: Pick<TestApp, 'db' | 'appKey'>,
  now: () => Date = () => new Date(),
): Promise<OfficeCases> {
  const people = new Map<string, Actor>((await listStaff(db, scope)).map((person) => [person.username, person]))
  const unitId = people.get('nam')!.unitId!
  const options: PetitionOptions = { db, appKey, now, dropPages: () => undefined, hamletExists: async () => false }
  const site = { id: 1, slug: 'phuoc-long', name: '', shortName: '', codePrefix: 'PL', tier: 'town', remote: false, demo: true }

  const act: OfficeCases['act'] = (username, petition, name, input) =>
    actAs(options, scope, site, { actor: people.get(username) ?? null, isFiler: username === 'filer' }, petition.id, name, input)

  const moves: Record<string, (petition: Petition) => Promise<Petition>> = {
    accept: (petition) => act('hoa', petition, 'accept', {}),
    acceptForUnit: (petition) => act('hoa', petition, 'accept', { unit: unitId, officer: 'nam' }),
    recordVerification: (petition) => act('nam', petition, 'recordVerification', { words: 'Đã đến xem tận nơi.' }),
    draftAnswer: (petition) => act('nam', petition, 'draftAnswer', { text: 'Đã nạo vét xong cống.', outcome: 'solved' }),
    issueAnswer: (petition) => act('lam', petition, 'issueAnswer', {}),
    decline: (petition) => act('hoa', petition, 'decline', { ground: 'inCourt', reason: 'Tòa án đang xét.' }),
    withdraw: (petition) => act('filer', petition, 'withdraw', {}),
    suspend: (petition) => act('lam', petition, 'suspend', actInputs.suspend),
    inviteToDialogue: (petition) =>
      act('nam', petition, 'inviteToDialogue', { ...actInputs.inviteToDialogue, heldOn: addDays(civilDateOf(now()), 10) }),
    draftPromise: (petition) =>
      act('nam', petition, 'draftAnswer', { text: 'Sẽ lắp đèn.', outcome: 'promised', promisedOn: addDays(civilDateOf(now()), 20) }),
    transfer: (petition) => act('hoa', petition, 'transfer', actInputs.transfer),
    guide: (petition) => act('hoa', petition, 'guide', actInputs.guide),
  }

  return {
    people,
    unitId,
    act,
    aCase: async (step, change = {}) => {
      const input = {
        kind: 'complaint' as const,
        subject: 'Đường Lý Thái Tổ ngập',
        body: 'Nước tràn vào nhà sau mỗi trận mưa.',
        filer: { name: 'Trương Thị Bình', phone: '0900 000 001', email: null, address: null, identityNumber: null },
        hamlet: null,
        publish: true,
        clientToken: randomUUID(),
        ...change,
      }
      const filed = await filePetition(options, { scope, site, input, actor: null, channel: 'online' })
      let petition = filed.petition
      for (const move of ways[step]) petition = await moves[move]!(petition)
      return { ...petition, secret: filed.secret }
    },
  }
}
