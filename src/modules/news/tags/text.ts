import type { FieldLabels } from '../../../platform/http/input.ts'
import type { Lang } from '../../../shared/lang.ts'

/** Words of the desk of tags, in both languages. */
interface TagText {
  fields: Record<'name' | 'into', string>
  title: string
  lead: string
  head: Record<'name' | 'articles', string>
  none: string
  more: string
  saved: string
  onSite: string
  rename: string
  renameHint: string
  renameButton: string
  merge: string
  mergeLead: string
  mergeHint: string
  mergeButton: string
}

export const text: Record<Lang, TagText> = {
  vi: {
    fields: { name: 'Tên thẻ', into: 'Gộp vào thẻ' },
    title: 'Thẻ',
    lead: 'Các thẻ đang gắn trên bài, kể cả bài nháp và bài đã gỡ.',
    head: { name: 'Thẻ', articles: 'Số bài' },
    none: 'Chưa bài nào có thẻ.',
    more: 'Xem tiếp',
    saved: 'Đã lưu. Người đọc thấy ngay.',
    onSite: 'Xem trên trang',
    rename: 'Đổi tên thẻ',
    renameHint: 'Tên mới thay trên mọi bài. Địa chỉ đổi theo; địa chỉ cũ vẫn dẫn tới đây.',
    renameButton: 'Đổi tên',
    merge: 'Gộp vào thẻ khác',
    mergeLead: 'Mọi bài có thẻ này sẽ mang thẻ kia. Các bản đã lưu vẫn ghi tên cũ. Việc này không hoàn lại được bằng một nút.',
    mergeHint: 'Gõ tên của một thẻ đang có.',
    mergeButton: 'Gộp',
  },
  en: {
    fields: { name: 'Name of the tag', into: 'Merge into the tag' },
    title: 'Tags',
    lead: 'Tags that articles carry, drafts and withdrawn ones too.',
    head: { name: 'Tag', articles: 'Articles' },
    none: 'No article has a tag yet.',
    more: 'More',
    saved: 'Saved. Readers see it now.',
    onSite: 'See it on the site',
    rename: 'Rename the tag',
    renameHint: 'Every article gets the new name. Its address follows; the old one still leads here.',
    renameButton: 'Rename',
    merge: 'Merge into another tag',
    mergeLead: 'Every article with this tag gets the other one. Saved editions keep the old name. No button takes this back.',
    mergeHint: 'Type the name of a tag that is in use.',
    mergeButton: 'Merge',
  },
}

export const labels: FieldLabels = { vi: text.vi.fields, en: text.en.fields }
