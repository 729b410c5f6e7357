import type { FilesText } from './text.ts'

const errors: FilesText['errors'] = {
  file_too_large: 'is larger than 10 MB. Choose a smaller file, or take the photo again at a lower resolution.',
  file_empty: 'is empty. Choose the file again.',
  file_type_refused: 'is not a JPEG, PNG or WebP photo or a PDF. Choose a photo or a PDF.',
  file_heic_refused:
    'is a HEIC photo, which cannot be read here. On an iPhone, open Settings > Camera > Formats, choose “Most Compatible” and take it again, or send a JPEG.',
  file_damaged: 'is damaged or did not arrive whole. Open it on your device to check, then send it again.',
  file_image_too_large: 'has too many pixels. Make the picture smaller and send it again.',
  file_encrypted: 'is a PDF with a password or a lock. Remove the lock and send it again.',
  file_active_content:
    'is a PDF that contains scripts, dynamic forms or attached files. Print it to a new PDF (“Print > Save as PDF”) and send that.',
  paper_type_refused: 'is no photo, PDF, .docx, .xlsx, .odt or .ods. Save it as one of these and send it again.',
  paper_old_format:
    'is an old Word or Excel file (.doc, .xls) or has a password. Remove the password if there is one, save it as .docx or .xlsx and send it again.',
  paper_encrypted: 'is a Word, Excel or OpenDocument file with a password. Remove the password and send it again.',
  paper_active_content:
    'is a Word, Excel or OpenDocument file with macros, ActiveX or programs inside. Save it as .docx, .xlsx, .odt or .ods without them and send it again.',
  too_many_files: 'was not taken because the limit of files is reached. Remove another file first.',
}

const named = (rest: string) => (name: string) => `The file “${name}” ${rest}`

export const en: FilesText = {
  refused: {
    file_too_large: named(errors.file_too_large),
    file_empty: named(errors.file_empty),
    file_type_refused: named(errors.file_type_refused),
    file_heic_refused: named(errors.file_heic_refused),
    file_damaged: named(errors.file_damaged),
    file_image_too_large: named(errors.file_image_too_large),
    file_encrypted: named(errors.file_encrypted),
    file_active_content: named(errors.file_active_content),
    paper_type_refused: named(errors.paper_type_refused),
    paper_old_format: named(errors.paper_old_format),
    paper_encrypted: named(errors.paper_encrypted),
    paper_active_content: named(errors.paper_active_content),
    too_many_files: named(errors.too_many_files),
  },
  errors: Object.fromEntries(Object.entries(errors).map(([code, rest]) => [code, `The file ${rest}`])) as FilesText['errors'],
  kind: {
    'image/jpeg': 'Photo',
    'application/pdf': 'PDF',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel workbook',
    'application/vnd.oasis.opendocument.text': 'OpenDocument text',
    'application/vnd.oasis.opendocument.spreadsheet': 'OpenDocument spreadsheet',
  },
  finding: {
    hiddenSheets: (n) => `${n} hidden sheets`,
    hiddenRows: (n) => `${n} hidden rows or columns`,
    hiddenText: (n) => `${n} hidden passages`,
    trackedChanges: (n) => `${n} tracked changes`,
    comments: (n) => `${n} comments`,
    authorNames: (n) => `names of authors in the properties (${n})`,
    phone: (n) => `${n} places like a telephone number`,
    identity: (n) => `${n} places like an identity number`,
    email: (n) => `${n} mail addresses`,
    bank: (n) => `${n} places like an account number`,
    textUnread: () => 'not all of its words could be read; look at every page yourself',
  },
  size: (bytes) =>
    bytes >= 1_048_576
      ? `${(bytes / 1_048_576).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`
      : `${Math.ceil(bytes / 1024)} KB`,
}
