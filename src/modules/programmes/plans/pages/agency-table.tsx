import { number, shortDate } from '../../../../shared/format.ts'
import { localPath } from '../../../../shared/lang.ts'
import { DataTable, EmptyState, Tag } from '../../../../ui/index.ts'
import { paths } from '../../paths.ts'
import { isShown } from '../../rules.ts'
import type { AskedAgency } from '../office-lists.ts'
import { text } from '../text.ts'
import type { OnePageProps } from './one-page.tsx'

/** Who was asked for a programme, how far it is, and who is late. */
export function AgencyTable({ lang, today, agencies, unitNames }: OnePageProps) {
  const { office, status } = text[lang]
  const isOverdue = ({ lateSince }: AskedAgency) => lateSince !== null && lateSince <= today
  const count = (n: number) => number(lang, n)
  return (
    <>
      <h2>{office.agencies}</h2>
      {agencies.length > 0 && (
        <p>
          {office.agenciesLead(
            count(agencies.filter(({ programme }) => isShown(programme)).length),
            count(agencies.length),
            count(agencies.filter(isOverdue).length),
          )}
        </p>
      )}
      <DataTable
        caption={office.agencies}
        captionHidden
        dense
        stack
        head={[{ text: office.head.unit }, { text: office.head.status }, { text: office.head.due }]}
        rows={agencies.map((agency) => ({
          cells: [
            <a href={localPath(lang, paths.officeOne(agency.programme.slug))}>{unitNames.get(agency.programme.unitId!) ?? '–'}</a>,
            <>
              <Tag>{status[agency.programme.status]}</Tag>{' '}
              {isOverdue(agency) && <Tag tone="late">{office.lateSince(shortDate(agency.lateSince!))}</Tag>}
            </>,
            agency.programme.dueOn ? shortDate(agency.programme.dueOn) : '–',
          ],
        }))}
        empty={<EmptyState title={office.noAgencies} />}
      />
    </>
  )
}
