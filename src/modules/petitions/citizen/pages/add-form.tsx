import { Button, FileField, Form, TextArea } from '../../../../ui/index.ts'
import { acceptedTypes, MAX_FILES } from '../../../files/index.ts'
import { ADDED_WORDS_MAX } from '../add-information.ts'
import { errorAt } from '../form-problems.ts'
import { text } from '../text.ts'
import type { ActFormProps } from './rate-form.tsx'

/** The filer adds what was not told. `have`: files of the petition so far. */
export function AddForm({ lang, csrf, petition, have, typed, problems }: ActFormProps & { have: number }) {
  const { acts, form } = text[lang]
  const left = MAX_FILES - have
  return (
    <section class="part" id="bo-sung">
      <h2>{acts.add}</h2>
      <p>{acts.addLead}</p>
      <Form action={`/tra-cuu/${petition.code}/bo-sung`} lang={lang} csrf={csrf} enctype="multipart/form-data">
        <input type="hidden" name="version" value={petition.version} />
        <TextArea
          name="words"
          id="add-words"
          label={acts.addWords}
          error={errorAt(problems, 'words')}
          value={typed['words']}
          rows={4}
          maxlength={ADDED_WORDS_MAX}
          count
        />
        {left > 0 ? (
          <FileField
            name="files"
            id="add-files"
            label={acts.addFiles}
            required={false}
            hint={acts.addFilesHint(left)}
            error={errorAt(problems, 'files')}
            accept={acceptedTypes}
            multiple
            photos
            most={left}
          />
        ) : (
          <p>{form.filesFull}</p>
        )}
        <Button look="second">{acts.addSubmit}</Button>
      </Form>
    </section>
  )
}
