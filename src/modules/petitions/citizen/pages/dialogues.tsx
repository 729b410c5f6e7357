import { longDate } from '../../../../shared/format.ts'
import type { Lang } from '../../../../shared/lang.ts'
import { Card, Prose, Tag } from '../../../../ui/index.ts'
import { text as petitionText } from '../../text.ts'
import type { CaseView } from '../../views.ts'
import { text } from '../text.ts'

/** The meetings before the decision: when and where, and what the minutes say. */
export function Dialogues({ lang, view }: { lang: Lang; view: CaseView }) {
  if (view.dialogues.length === 0) return null
  const words = text[lang].matter
  return (
    <section class="part">
      <h2>{words.dialogues}</h2>
      {view.dialogues.map((dialogue) => (
        <Card title={`${dialogue.heldAt}, ${longDate(lang, dialogue.heldOn)}`} level={3}>
          <p>
            {dialogue.attendance ? (
              <Tag>{petitionText[lang].attendance[dialogue.attendance]}</Tag>
            ) : (
              <Tag tone="soon">{words.dialogueInvited}</Tag>
            )}
          </p>
          {dialogue.place && <p dir="auto">{`${petitionText[lang].fields['place']}: ${dialogue.place}`}</p>}
          {dialogue.minutes ? <Prose text={dialogue.minutes} /> : <p>{words.dialogueHint}</p>}
        </Card>
      ))}
    </section>
  )
}
