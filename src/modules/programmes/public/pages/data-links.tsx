import { type Dataset, datasetAddress } from '../../../../shared/dataset.ts'

/** Where a set of open data is had, in both forms. */
export function DataLinks({ hint, dataset }: { hint: string; dataset: Pick<Dataset, 'name'> }) {
  const address = datasetAddress(dataset.name)
  return (
    <p class="data-links">
      {hint} <a href={address}>JSON</a> <a href={`${address}.csv`}>CSV</a>
    </p>
  )
}
