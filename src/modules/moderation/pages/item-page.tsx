import type { FormRefusal } from '../../../shared/form-refusal.ts'
import { longInstant, number } from '../../../shared/format.ts'
import { type Lang, localPath } from '../../../shared/lang.ts'
import { Breadcrumbs, Card, ErrorSummary, Notice, PageHead, Prose, SummaryList, Tag, Timeline, WithAside } from '../../../ui/index.ts'
import type { ModerationAct } from '../lifecycle.ts'
import { type Reason, viewOf } from '../moderation.ts'
import { paths } from '../paths.ts'
import { text } from '../text.ts'
import type { ItemView } from '../views.ts'
import { ApproveForm, Pictures, RemoveForm, RestoreForm, Score } from './parts.tsx'

interface ItemPageProps {
  lang: Lang
  csrf: string
  /** Name of the kind of writing. */
  kind: string
  view: ItemView
  attempt?: { act: ModerationAct; refusal: FormRefusal } | undefined
  done?: boolean | undefined
}

/** One text with every version of it, its score and what was decided. */
export function ItemPage({ lang, csrf, kind, view, attempt, done }: ItemPageProps) {
  const words = text[lang]
  const { item, texts, described } = view
  const given = { lang, csrf, item }
  const refusalOf = (act: ModerationAct) => (attempt?.act === act ? attempt.refusal : undefined)
  const aside = (
    <>
      <h2>{words.item.acts}</h2>
      {view.acts.length === 0 && <p>{words.item.noActs}</p>}
      {view.acts.includes('approve') && (
        <Card title={words.act.approve} level={3}>
          <p>{words.item.approveHint}</p>
          <ApproveForm {...given} />
        </Card>
      )}
      {view.acts.includes('restore') && (
        <Card title={words.act.restore} level={3}>
          <p>{words.item.restoreHint}</p>
          <RestoreForm {...given} refusal={refusalOf('restore')} />
        </Card>
      )}
      {view.acts.includes('remove') && (
        <Card title={words.act.remove} level={3}>
          <p>{words.item.removeHint}</p>
          <RemoveForm {...given} refusal={refusalOf('remove')} />
        </Card>
      )}
    </>
  )
  return (
    <>
      <Breadcrumbs items={[{ href: localPath(lang, paths.queue), text: words.queue.title }]} current={described?.author ?? kind} />
      <ErrorSummary problems={attempt?.refusal.problems ?? []} />
      {done && (
        <Notice tone="ok" live>
          <p>{words.item.done}</p>
        </Notice>
      )}
      <PageHead
        title={words.item.title(kind)}
        tags={<Tag tone={item.status === 'removed' ? 'late' : item.status === 'shown' ? 'ok' : 'soon'}>{words.view[viewOf(item)]}</Tag>}
      />
      <WithAside aside={aside}>
        <SummaryList
          rows={[
            { key: words.item.facts.author, value: <bdi>{described?.author ?? '–'}</bdi> },
            {
              key: words.item.facts.about,
              value: described?.href ? <a href={localPath(lang, described.href)}>{described.about}</a> : (described?.about ?? '–'),
            },
            ...(described?.answers ? [{ key: words.queue.answers, value: <Prose text={described.answers} /> }] : []),
            { key: words.item.facts.sent, value: longInstant(lang, item.sentAt) },
            ...(item.reason ? [{ key: words.item.facts.reason, value: words.reason[item.reason] }] : []),
            { key: words.item.facts.score, value: <Score lang={lang} item={item} /> },
          ]}
        />
        <p class="muted">{words.item.scoreOf}</p>
        <h2>{words.item.original}</h2>
        {texts.length === 0 && <p>{words.queue.erased}</p>}
        {texts.map(({ revision, body }) => (
          <section class="card pad" aria-label={words.item.earlier(number(lang, revision))}>
            {texts.length > 1 && <h3>{words.item.earlier(number(lang, revision))}</h3>}
            <Prose text={body} />
          </section>
        ))}
        <Pictures described={described} />
        <h2>{words.item.history}</h2>
        <ItemHistory lang={lang} view={view} />
      </WithAside>
    </>
  )
}

function ItemHistory({ lang, view: { history, people } }: Pick<ItemPageProps, 'lang' | 'view'>) {
  const words = text[lang]
  return (
    <Timeline
      items={history.toReversed().map((entry) => {
        const reason = entry.facts['reason'] as Reason | undefined
        const name = entry.actorId ? people.get(entry.actorId) : undefined
        return {
          title: words.event[entry.type] ?? entry.type,
          when: [longInstant(lang, entry.at), words.role[entry.actorRole ?? ''], name].filter(Boolean).join(' · '),
          dateTime: entry.at.toISOString(),
          tone: entry.type === 'moderation.removed' ? ('late' as const) : undefined,
          children: (
            <>
              {reason && <p>{words.reason[reason]}</p>}
              {entry.words['words'] && <Prose text={entry.words['words']} />}
            </>
          ),
        }
      })}
    />
  )
}
