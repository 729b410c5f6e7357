import type { Db } from '../../platform/database.ts'
import type { Actor, Scope } from '../accounts/index.ts'
import { allowedActs, type Feature, type RunnerOptions, runAct } from '../lifecycle/index.ts'
import { acts } from './acts/index.ts'
import { labels } from './fields.ts'
import { lockItem, saveItem } from './item-repository.ts'
import { kindOf, type ModeratedKinds } from './kind.ts'
import { lifecycle, type ModerationAct, type ModerationRole } from './lifecycle.ts'
import { aboutOf, type Item, type ItemStatus } from './moderation.ts'
import { countsFor, rolesOn } from './rules.ts'

/** What the routes of moderation are given by app.ts. */
export interface ModerationOptions extends RunnerOptions {
  db: Db
  kinds: ModeratedKinds
}

type ModerationFeature = Feature<Item, ItemStatus, ModerationAct, ModerationRole, never>

export interface ActAttempt {
  scope: Scope
  actor: Actor | null
  /** True when the caller has shown that the writing is their own. */
  isWriter: boolean
  id: string
  act: ModerationAct
  input: unknown
}

/** Does an act on one item; the same for pages, the API and the writer's own page. */
export function actOn(options: ModerationOptions, { scope, actor, isWriter, id, act, input }: ActAttempt): Promise<Item> {
  const { kinds } = options
  let body: string | undefined
  const feature: ModerationFeature = {
    type: 'moderation',
    lifecycle,
    acts: {
      ...acts,
      resend: {
        input: acts.resend.input,
        run: (context) => {
          body = context.input.body
          return acts.resend.run(context)
        },
      },
    },
    labels,
    lock: lockItem,
    rolesOn: (caller) => rolesOn(caller.actor, isWriter),
    save: saveItem,
    clockOf: () => null,
    counts: countsFor,
    afterAct: (trx, where, item, done, now) => kindOf(kinds, item).decided(trx, where, item, done, { body, now }),
    tags: (item) => kindOf(kinds, item).tags(aboutOf(item)),
  }
  return runAct(options, feature, { scope, id, act, input, caller: { actor, holdsSecret: () => isWriter } })
}

/** What its writer may do now, for buttons. */
export function writerActs(item: Item): ModerationAct[] {
  return allowedActs(lifecycle, item, new Set(['writer']))
}
