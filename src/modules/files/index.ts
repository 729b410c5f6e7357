import './files.table.ts'

export {
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
  listFiles,
  moveFiles,
  removeFile,
  removeFiles,
  setFileVisibility,
} from './file-repository.ts'
export { type MultipartInput, type MultipartOptions, readMultipart } from './read-multipart.ts'
export { type FileRouteOptions, fileRoutes, type MayRead } from './routes.ts'
export { discardUploads, type FileDeps, prepareScratch } from './store-upload.ts'
export { sweepFiles } from './sweep-files.ts'
export { text as filesText } from './text.ts'
