import { optionalText } from './fields.ts'

/** Vietnamese or international, as people write it. */
export const phone = optionalText({ max: 30, singleLine: true }).refine(
  (value) => value === null || /^\+?[0-9][0-9 .-]{7,18}$/.test(value),
  {
    params: { code: 'invalid_phone' },
  },
)
export const email = optionalText({ max: 200, singleLine: true }).refine(
  (value) => value === null || /^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"'.]{2,}$/.test(value),
  { params: { code: 'invalid_email' } },
)
/** Số định danh cá nhân: twelve digits; people without a new card have the nine of the old one (chứng minh nhân dân). */
export const identityNumber = optionalText({ max: 20, singleLine: true }).refine(
  (value) => value === null || /^\d{9}(\d{3})?$/.test(value),
  {
    params: { code: 'invalid_identity' },
  },
)
