import { ErrorSummary, PageHead } from '../../ui/index.ts'
import type { HomeText } from './text.ts'

interface Props {
  problem: { title: string; detail: string; errors?: { field: string; detail: string }[] | undefined }
  homeHref: string
  words: HomeText
}

/** A refusal or fault that no page of its own shows. */
export function ProblemPage({ problem, homeHref, words }: Props) {
  return (
    <>
      <PageHead title={problem.title} lead={problem.detail} />
      {problem.errors && problem.errors.length > 0 && (
        <ErrorSummary title={problem.title} problems={problem.errors.map(({ field, detail }) => ({ field, text: detail }))} />
      )}
      <p>
        {words.problem.whatNow} <a href={homeHref}>{words.problem.home}</a>.
      </p>
    </>
  )
}
