import { useUiText } from './lang-context.ts'

/** The keys of a page. Folded on the page; `?` opens it as a dialog where scripts run (island `office-keys`). */
export function KeyboardHelp({ keys }: { keys: readonly { key: string; does: string }[] }) {
  const words = useUiText()
  return (
    <details class="govuk-details keys" data-key-help>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">
          {words.keyboard} <kbd>?</kbd>
        </span>
      </summary>
      <div class="govuk-details__text">
        <dl>
          {keys.map(({ key, does }) => (
            <div>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  )
}
