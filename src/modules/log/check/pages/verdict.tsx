import type { Explanation, Verdict } from '../../../../shared/receipt-check/explain.ts'

/** Green for true, red for forged, gold for what is open; the title says it in words. */
const tones: Record<Verdict, string> = { true: 'ok', uncompared: 'soon', false: 'late', unreadable: 'neutral', unreached: 'soon' }

/** What a check found. The island `receipt-check` draws the same in the browser. */
export function VerdictView({ explanation, byServer }: { explanation: Explanation; byServer?: string | undefined }) {
  const { verdict, title, lead, sections } = explanation
  return (
    <div class={`notice notice-${tones[verdict]}`}>
      <h2 class="notice-title">{title}</h2>
      <p>{lead}</p>
      {byServer && <p>{byServer}</p>}
      {sections.map((section) => (
        <>
          <h3>{section.title}</h3>
          {section.pairs && (
            <dl class="govuk-summary-list">
              {section.pairs.map(([label, value]) => (
                <div class="govuk-summary-list__row">
                  <dt class="govuk-summary-list__key">{label}</dt>
                  <dd class="govuk-summary-list__value">{value}</dd>
                </div>
              ))}
            </dl>
          )}
          {section.items && (
            <ul>
              {section.items.map((item) => (
                <li>{item}</li>
              ))}
            </ul>
          )}
        </>
      ))}
    </div>
  )
}
