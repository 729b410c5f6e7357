import type { CivilDate } from '../../../../shared/civil-date.ts'
import { number } from '../../../../shared/format.ts'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import {
  Button,
  ButtonLink,
  ButtonRow,
  EmptyState,
  FilterPanel,
  KeyboardHelp,
  Notice,
  PageHead,
  Pager,
  SearchBox,
  Select,
  Tabs,
} from '../../../../ui/index.ts'
import type { Unit } from '../../../accounts/index.ts'
import { moderationPaths, moderationText } from '../../../moderation/index.ts'
import { type BehalfFacts, forOthers } from '../../behalf/behalf.ts'
import { text as behalfText } from '../../behalf/text.ts'
import { BULK, type BulkAct } from '../../bulk/bulk-act.ts'
import { text as bulkText } from '../../bulk/text.ts'
import { HANDOVER } from '../../handover/paths.ts'
import { text as handoverText } from '../../handover/text.ts'
import { type DeskScope, type InboxFilter, inboxViews } from '../../list-inbox.ts'
import type { Page } from '../../list-petitions.ts'
import { type Petition, petitionKinds, petitionStatuses } from '../../petition.ts'
import { InboxPanel } from '../../reminders/inbox-panel.tsx'
import type { InboxReminders } from '../../reminders/inbox-reminders.ts'
import { caseFilterWords } from '../../statistics/filter-words.ts'
import { NO_UNIT } from '../../statistics/measures.ts'
import { OVERVIEW } from '../../statistics/paths.ts'
import { text as statisticsText } from '../../statistics/text.ts'
import { TEMPLATES } from '../../templates/paths.ts'
import { text as templateText } from '../../templates/text.ts'
import { text as petitionText } from '../../text.ts'
import { unitItems } from '../../unit-items.ts'
import type { InboxCounts } from '../counts.ts'
import { text } from '../text.ts'
import { DEPUTY } from './deputy-page.tsx'
import { inboxAddress } from './inbox-address.ts'
import { InboxTable } from './inbox-table.tsx'

export interface InboxPageProps {
  lang: Lang
  desk: DeskScope
  filter: InboxFilter
  /** A later page of the list. */
  continued: boolean
  list: Page<Petition>
  counts: InboxCounts
  reminders: InboxReminders
  units: readonly Unit[]
  /** Names by person. */
  officers: ReadonlyMap<string, string>
  /** Cases that are not of the filer alone. */
  behalves: ReadonlyMap<string, BehalfFacts>
  today: CivilDate
  takesDown: boolean
  /** May hand all cases of an officer to another. */
  handsOver: boolean
  /** May word answer templates. */
  wordsTemplates: boolean
  /** Public writings that no officer has read; null: not for this person. */
  toModerate: number | null
  /** Signs for the chairman today. */
  signs: boolean
  /** The auditor, who has no list of the own. */
  readsOnly: boolean
  /** Ids of the cases that somebody above pressed on today. */
  reminded: ReadonlySet<string>
  /** What may be done with many cases at once. */
  bulk: readonly BulkAct[]
}

/** The officers' list: what is due soonest stands on top. */
export function InboxPage(props: InboxPageProps) {
  const { lang, desk, filter, continued, list, counts, takesDown, handsOver, wordsTemplates, signs, readsOnly } = props
  const views = inboxViews.filter((name) => !readsOnly || name !== 'mine')
  const words = text[lang].inbox
  const filtered = Boolean(filter.status || filter.kind || filter.unit || filter.behalf || filter.q || caseFilterWords(lang, filter).length)
  const leads = readsOnly || desk.mine !== 'assigned'
  const { view } = filter
  return (
    <>
      <PageHead
        title={words.title}
        lead={readsOnly ? words.leadAuditor : words.lead[desk.mine]}
        aside={
          <ButtonRow>
            {takesDown && (
              <ButtonLink href={localPath(lang, '/lam-viec/don-moi')} look="second" small>
                {words.takeDown}
              </ButtonLink>
            )}
            {leads && (
              <ButtonLink href={localPath(lang, OVERVIEW)} look="quiet" small>
                {statisticsText[lang].overview.link}
              </ButtonLink>
            )}
            {handsOver && (
              <ButtonLink href={localPath(lang, HANDOVER)} look="quiet" small>
                {handoverText[lang].title}
              </ButtonLink>
            )}
            {wordsTemplates && (
              <ButtonLink href={localPath(lang, TEMPLATES)} look="quiet" small>
                {templateText[lang].title}
              </ButtonLink>
            )}
            {props.toModerate !== null && (
              <ButtonLink href={localPath(lang, moderationPaths.queue)} look="quiet" small>
                {moderationText[lang].badge(number(lang, props.toModerate))}
              </ButtonLink>
            )}
            <ButtonLink href={localPath(lang, '/lam-viec/so-lieu')} look="quiet" small>
              {words.figures}
            </ButtonLink>
          </ButtonRow>
        }
      />
      {signs && (
        <Notice tone="soon">
          <p>
            {text[lang].deputy.banner} <a href={localPath(lang, DEPUTY)}>{text[lang].deputy.link}</a>
          </p>
        </Notice>
      )}
      <InboxPanel lang={lang} reminders={props.reminders} />
      <Tabs
        label={words.viewsLabel}
        items={views.map((name) => ({
          href: inboxAddress(lang, { view: name, sort: filter.sort }),
          text: words.views[name],
          count: number(lang, counts[name]),
          current: name === view,
          tone: name === 'overdue' && counts.overdue > 0 ? ('late' as const) : undefined,
        }))}
      />
      <SearchBox
        action={localPath(lang, '/lam-viec')}
        name="q"
        label={`${words.search}: ${words.searchHint}`}
        placeholder={words.searchHint}
        submit={words.searchButton}
        value={filter.q}
        keep={kept({ ...filter, q: undefined })}
      />
      <Filters {...props} />
      {list.items.length > 0 ? <ChoosableTable {...props} /> : <NothingHere {...props} filtered={filtered} />}
      <Pager
        previous={continued ? { href: inboxAddress(lang, filter), text: words.firstPage } : undefined}
        next={list.next ? { href: inboxAddress(lang, filter, list.next) } : undefined}
      />
      <KeyboardHelp
        keys={[
          { key: 'j', does: words.keys.down },
          { key: 'k', does: words.keys.up },
          { key: 'Enter', does: words.keys.open },
          { key: '/', does: words.keys.search },
          { key: '?', does: words.keys.help },
        ]}
      />
    </>
  )
}

/** The list with its boxes: the choice goes into an address, and the preview asks before anything is done. */
function ChoosableTable(props: InboxPageProps) {
  const { lang, bulk } = props
  const words = bulkText[lang]
  return (
    <form action={localPath(lang, BULK)}>
      <InboxTable {...props} />
      <fieldset class="bulk">
        <legend>{words.toolbar}</legend>
        <ButtonRow>
          {bulk.map((act) => (
            <Button look="second" small name="viec" value={act}>
              {words.acts[act]}
            </Button>
          ))}
        </ButtonRow>
      </fieldset>
    </form>
  )
}

/** What of a filter goes into the address. */
function kept(filter: InboxFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1])))
}

function Filters({ lang, desk, filter, units, today }: InboxPageProps) {
  const words = text[lang].inbox
  const { status, kind } = petitionText[lang]
  const behalfWords = behalfText[lang]
  const unitName = filter.unit === NO_UNIT ? statisticsText[lang].filter.noUnit : units.find((unit) => unit.id === filter.unit)?.shortName
  const behindNumber = caseFilterWords(lang, filter)
  const applied = [
    filter.status && { text: status[filter.status], removeHref: inboxAddress(lang, { ...filter, status: undefined }) },
    filter.kind && { text: kind[filter.kind], removeHref: inboxAddress(lang, { ...filter, kind: undefined }) },
    filter.unit && { text: unitName ?? words.filterUnit, removeHref: inboxAddress(lang, { ...filter, unit: undefined }) },
    filter.behalf && { text: behalfWords.filter[filter.behalf], removeHref: inboxAddress(lang, { ...filter, behalf: undefined }) },
    ...behindNumber.map((said) => ({ text: said.text, removeHref: inboxAddress(lang, { ...filter, [said.field]: undefined }) })),
    filter.q && { text: words.found(filter.q), removeHref: inboxAddress(lang, { ...filter, q: undefined }) },
    filter.sort && { text: words.mostFollowed, removeHref: inboxAddress(lang, { ...filter, sort: undefined }) },
  ].filter((item) => item !== undefined && item !== '')
  const choices = <Name extends string>(names: readonly Name[], named: Record<Name, string>) =>
    names.map((name) => ({ value: name, text: named[name] }))
  return (
    <FilterPanel action={localPath(lang, '/lam-viec')} applied={applied} clearHref={inboxAddress(lang, { view: filter.view })} open={false}>
      <input type="hidden" name="view" value={filter.view} />
      {filter.q && <input type="hidden" name="q" value={filter.q} />}
      {behindNumber.map(({ field }) => (
        <input type="hidden" name={field} value={filter[field]} />
      ))}
      <Select name="status" label={words.filterStatus} items={choices(petitionStatuses, status)} value={filter.status} empty={words.any} />
      <Select name="kind" label={words.filterKind} items={choices(petitionKinds, kind)} value={filter.kind} empty={words.any} />
      <Select
        name="behalf"
        label={behalfWords.fields['behalf']!}
        items={choices(forOthers, behalfWords.filter)}
        value={filter.behalf}
        empty={words.any}
      />
      {!desk.unitId && (
        <Select
          name="unit"
          label={words.filterUnit}
          items={[...unitItems(lang, units, today, 'name'), { value: NO_UNIT, text: statisticsText[lang].filter.noUnit }]}
          value={filter.unit}
          empty={words.any}
        />
      )}
      <Select
        name="sort"
        label={words.sort}
        items={[{ value: 'followers', text: words.mostFollowed }]}
        value={filter.sort}
        empty={words.asUsual}
      />
    </FilterPanel>
  )
}

function NothingHere({ lang, filter, filtered }: InboxPageProps & { filtered: boolean }) {
  const words = text[lang].inbox
  const empty = filtered ? words.emptyFilter : words.empty[filter.view]
  return (
    <EmptyState title={empty.title}>
      <p>{empty.hint}</p>
      {filtered && (
        <p>
          <a href={inboxAddress(lang, { view: filter.view })}>{words.clear}</a>
        </p>
      )}
    </EmptyState>
  )
}
