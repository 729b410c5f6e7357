import { Checkbox, Details, FileField, Select, TextField } from '../../../../ui/index.ts'
import { acceptedTypes, FileList, MAX_FILES } from '../../../files/index.ts'
import { text as behalfText } from '../../behalf/text.ts'
import { errorAt } from '../form-problems.ts'
import { text } from '../text.ts'
import type { FilingPageProps } from './filing-page.tsx'

export function PlacePart({ lang, values, problems, places }: FilingPageProps) {
  const words = text[lang].form
  const pinned = Boolean(values.lat || values.lon) || problems.some(({ field }) => field === 'lat' || field === 'lon')
  const groups = places.map((group) => ({
    group: group.name,
    items: group.hamlets.map((hamlet) => ({ value: hamlet.id, text: `${hamlet.name}, ${group.name}` })),
  }))
  return (
    <>
      <h2>{words.where}</h2>
      <Select
        name="hamlet"
        label={words.hamlet}
        required={false}
        empty={words.hamletEmpty}
        error={errorAt(problems, 'hamlet')}
        value={values.hamlet}
        items={groups}
      />
      <TextField
        name="place"
        label={words.place}
        hint={words.placeHint}
        required={false}
        error={errorAt(problems, 'place')}
        value={values.place}
        maxlength={200}
      />
      <Details summary={words.pin} open={pinned}>
        <p>{words.pinLead}</p>
        <div data-pick-location="lat lon" />
        <TextField
          name="lat"
          label={words.lat}
          required={false}
          error={errorAt(problems, 'lat')}
          value={values.lat}
          inputmode="decimal"
          width={10}
          exact
        />
        <TextField
          name="lon"
          label={words.lon}
          required={false}
          error={errorAt(problems, 'lon')}
          value={values.lon}
          inputmode="decimal"
          width={10}
          exact
        />
      </Details>
    </>
  )
}

/** What the server has already is listed, with a tick to take it away: a button here would be what Enter presses. */
export function FilesPart({ lang, files, problems }: FilingPageProps) {
  const words = text[lang].form
  const left = MAX_FILES - files.length
  return (
    <>
      <h2>{words.files}</h2>
      {files.length > 0 && (
        <>
          <p>
            <b>{words.filesHave(files.length)}</b>
          </p>
          <FileList lang={lang} files={files} />
          {files.map((file) => (
            <Checkbox name={`remove-${file.id}`} label={words.removeFile(file.originalName)} />
          ))}
        </>
      )}
      <FileField
        name="files"
        label={words.chooseFiles}
        hint={left > 0 ? words.filesHint : words.filesFull}
        required={false}
        error={errorAt(problems, 'files')}
        accept={acceptedTypes}
        multiple
        photos
        most={Math.max(left, 1)}
      />
    </>
  )
}

export function PersonPart({ lang, values, problems }: FilingPageProps) {
  const words = text[lang].form
  return (
    <>
      <h2>{words.who}</h2>
      <p>{words.whoLead}</p>
      <TextField name="name" label={words.name} error={errorAt(problems, 'name')} value={values.name} autocomplete="name" maxlength={100} />
      <TextField
        name="phone"
        label={words.phone}
        hint={words.phoneHint}
        required={false}
        error={errorAt(problems, 'phone')}
        value={values.phone}
        type="tel"
        autocomplete="tel"
        width={20}
      />
      <TextField
        name="email"
        label={words.email}
        hint={words.emailHint}
        required={false}
        error={errorAt(problems, 'email')}
        value={values.email}
        type="email"
        autocomplete="email"
        exact
      />
      <TextField
        name="address"
        label={words.address}
        required={false}
        error={errorAt(problems, 'address')}
        value={values.address}
        autocomplete="street-address"
        maxlength={300}
      />
      <TextField
        name="identityNumber"
        label={behalfText[lang].fields['identityNumber']!}
        hint={behalfText[lang].form.identityHint}
        required={false}
        error={errorAt(problems, 'identityNumber')}
        value={values.identityNumber}
        inputmode="numeric"
        width={20}
        autocomplete="off"
        exact
      />
    </>
  )
}
