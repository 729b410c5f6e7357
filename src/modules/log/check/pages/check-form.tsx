import type { ComponentChildren } from 'preact'
import { type Lang, localPath } from '../../../../shared/lang.ts'
import type { LogTrust } from '../../../../shared/tlog/short-receipt.ts'
import { Button, Hint, TextArea } from '../../../../ui/index.ts'
import { checkPaths } from '../paths.ts'
import { text } from '../text.ts'

export interface CheckFormProps {
  lang: Lang
  trust: LogTrust
  /** Null in the file kept on a disk: there is no server behind it. */
  csrf: string | null
  typed?: string | undefined
}

/** Three ways to hand over a receipt. The island `receipt-check` takes the form over; where no scripts run the server answers it. */
export function CheckForm({ lang, trust, csrf, typed }: CheckFormProps) {
  const words = text[lang].form
  const known = { 'data-keys': JSON.stringify(trust.keys), 'data-witnesses': JSON.stringify(trust.witnesses) }
  return (
    <form
      method={csrf === null ? undefined : 'post'}
      action={csrf === null ? undefined : localPath(lang, checkPaths.page)}
      enctype="multipart/form-data"
      noValidate
      data-receipt-check={csrf === null ? 'offline' : 'online'}
      {...known}
    >
      {csrf !== null && <input type="hidden" name="_csrf" value={csrf} />}
      <Picked id="receipt" label={words.file} hint={words.fileHint} accept=".json,application/json,text/plain" />
      <div data-needs-script hidden>
        <Picked id="photo" label={words.photo} hint={words.photoHint} accept="image/*" camera />
        <Picked id="picture" label={words.picture} accept="image/*" />
      </div>
      {csrf !== null && (
        <div data-without-script>
          <p>{words.noScript}</p>
          <p>{words.noScriptQr}</p>
        </div>
      )}
      <TextArea name="text" label={words.text} hint={words.textHint} value={typed} rows={4} />
      <Button>{words.submit}</Button>
    </form>
  )
}

interface PickedProps {
  id: string
  label: ComponentChildren
  hint?: string
  accept: string
  /** Phones open the camera at once. */
  camera?: boolean
}

function Picked({ id, label, hint, accept, camera }: PickedProps) {
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={id}>
        {label}
      </label>
      {hint && <Hint id={id}>{hint}</Hint>}
      <input
        class="govuk-file-upload"
        type="file"
        id={id}
        name={id}
        accept={accept}
        capture={camera ? 'environment' : undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
    </div>
  )
}
