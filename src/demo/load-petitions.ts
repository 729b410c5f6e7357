import { type DemoAct, type DemoPetition, demoTown, withDates } from '../../db/demo/demo-data.ts'
import type { Actor, Authority, Scope } from '../modules/accounts/index.ts'
import { actAs, filePetition, type Petition, type PetitionOptions } from '../modules/petitions/index.ts'
import { enterCounterFiling } from '../modules/receptions/index.ts'
import { addDays, type CivilDate, civilDateOf } from '../shared/civil-date.ts'
import { demoToken } from './demo-token.ts'
import type { DemoOptions } from './load-demo.ts'
import { siteOf } from './load-town.ts'

/** One petition, filed and worked on by the acts that people use, each on its day. */
export async function loadPetition(
  options: DemoOptions,
  scope: Scope,
  people: ReadonlyMap<string, Actor>,
  data: DemoPetition,
): Promise<void> {
  const filedOn = addDays(civilDateOf(options.now), -data.filedDaysAgo)
  const at = (afterDays: number, time: string) => new Date(`${addDays(filedOn, afterDays)}T${time}:00+07:00`)
  const site = siteOf()
  const acting = (now: Date): PetitionOptions => ({
    db: options.db,
    appKey: options.appKey,
    now: () => now,
    dropPages: () => undefined,
    hamletExists: async () => true,
    afterCounterFiling: enterCounterFiling,
  })
  const unit = demoTown.units.find((candidate) => candidate.key === data.hamlet.unit)
  const filed = await filePetition(acting(at(0, data.filedAt)), {
    scope,
    site,
    actor: (data.channel === 'counter' ? people.get(data.takenBy ?? 'hoa') : data.account ? people.get(data.account) : null) ?? null,
    channel: data.channel,
    input: {
      kind: data.kind,
      subject: data.subject.normalize('NFC'),
      body: data.body.normalize('NFC'),
      filer: {
        name: data.filer.name,
        phone: data.filer.phone ?? null,
        email: null,
        address: data.filer.address ?? null,
        identityNumber: null,
      },
      hamlet: unit?.hamlets?.find((hamlet) => hamlet.name === data.hamlet.name)?.id ?? data.hamlet.name,
      location: data.location ?? null,
      publish: data.publish,
      clientToken: demoToken(options.appKey, `${data.subject}:${data.filedDaysAgo}`),
    },
  })
  // Each act adds one to the version: those already done are not done again.
  for (const act of data.acts.slice(filed.petition.version - 1)) {
    const now = at(act.afterDays, act.at)
    // What would lie in the future of a town that is loaded early in the morning is left out.
    if (now > options.now) return
    await doAct(acting(now), scope, site, people, filed.petition, act, filedOn)
  }
}

function doAct(
  options: PetitionOptions,
  scope: Scope,
  site: Authority,
  people: ReadonlyMap<string, Actor>,
  petition: Petition,
  act: DemoAct,
  filedOn: CivilDate,
): Promise<Petition> {
  const who = act.by === 'filer' ? { actor: null, isFiler: true } : { actor: people.get(act.by) ?? null, isFiler: false }
  return actAs(options, scope, site, who, petition.id, act.act, inputOf(act, filedOn))
}

function inputOf(act: DemoAct, filedOn: CivilDate): Record<string, unknown> {
  const input: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(act.input)) {
    if (field === 'unit') input[field] = demoTown.units.find((unit) => unit.key === value)?.id
    else if (['promisedOn', 'dueOn', 'heldOn'].includes(field))
      input[field] = addDays(filedOn, act.afterDays + (value as { inDays: number }).inDays)
    else input[field] = typeof value === 'string' ? withDates(value, filedOn) : value
  }
  return input
}
