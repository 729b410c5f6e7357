import './files.table.ts'

export { checkOffice } from './check-office.ts'
export {
  acceptedOfOffice,
  acceptedTypes,
  FileRefused,
  type FileRole,
  MAX_FILES,
  type RefusalCode,
  type StoredFile,
  type StoredUpload,
  type Visibility,
} from './file.ts'
export { FileList } from './file-list.tsx'
export {
  type Attachment,
  attachUpload,
  findFile,
  listFiles,
  moveFiles,
  removeFile,
  removeFiles,
  setFileVisibility,
} from './file-repository.ts'
export { confirmFindings, findingsOf, type Guarded, saveFindings } from './findings.ts'
export { guardPaper } from './guard-paper.ts'
export { readLateForm } from './read-late-form.ts'
export { type MultipartInput, type MultipartOptions, readMultipart, readSmallForm } from './read-multipart.ts'
export { type FileRouteOptions, fileRoutes, type MayRead } from './routes.ts'
export { discardUploads, type FileDeps, prepareScratch, storeUpload } from './store-upload.ts'
export { sweepFiles } from './sweep-files.ts'
export { text as filesText } from './text.ts'
export { type DrawnWidth, drawWidths, pictureAddress, saveWidths, widthsOf } from './widths.ts'
