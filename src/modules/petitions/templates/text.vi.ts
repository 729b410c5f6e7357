import { placeholders } from './placeholders.ts'
import type { TemplateText } from './text.ts'

const list = placeholders.map((name) => `{{${name}}}`).join(', ')

export const vi: TemplateText = {
  title: 'Mẫu trả lời',
  lead: 'Lời văn dùng chung để bắt đầu một bản trả lời. Cán bộ chọn mẫu ở trang hồ sơ, sửa cho đúng việc rồi mới trình ký.',
  write: 'Viết mẫu mới',
  all: 'Tất cả mẫu trả lời',
  allUnits: 'Mọi đơn vị',
  retired: 'Đã ngừng dùng',
  inUse: 'Đang dùng',
  columns: { title: 'Tên mẫu', outcome: 'Kết quả', unit: 'Dùng cho', state: 'Tình trạng' },
  empty: 'Chưa có mẫu trả lời nào.',
  first: 'Về trang đầu',
  newTitle: 'Viết mẫu trả lời',
  newLead: 'Lãnh đạo đơn vị viết mẫu cho đơn vị mình; Chủ tịch viết mẫu cho mọi đơn vị.',
  placeholdersTitle: 'Những chỗ cổng điền thay',
  placeholders: {
    ma: 'mã hồ sơ',
    ngay_nhan: 'ngày nhận đơn',
    han: 'hạn gần nhất của hồ sơ',
    don_vi: 'tên đơn vị trả lời',
    ten_viec: 'tên việc như công chúng đọc',
  },
  noNames: 'Tên người gửi không bao giờ được điền tự động. Hồ sơ thiếu điều gì thì chỗ ấy hiện […] để cán bộ viết vào.',
  textHint: `Có thể dùng: ${list}.`,
  save: 'Lưu mẫu',
  saved: 'Đã lưu mẫu trả lời.',
  readOnly: 'Mẫu này dùng cho mọi đơn vị, do Chủ tịch viết; lãnh đạo đơn vị chỉ xem.',
  retire: 'Ngừng dùng mẫu này',
  retireHint: 'Khi ngừng dùng, mẫu không hiện ở trang hồ sơ nữa nhưng vẫn được giữ cùng mọi bản cũ.',
  restore: 'Dùng lại mẫu này',
  versions: 'Các bản của mẫu',
  version: (n, when, who) => `Bản ${n}, ${when}, ${who}`,
  chooser: {
    label: 'Bắt đầu từ mẫu trả lời',
    hint: 'Chọn mẫu trước khi viết: chữ đang gõ dở trong ô trả lời sẽ được thay bằng mẫu.',
    none: 'Không dùng mẫu',
    submit: 'Điền mẫu',
    filled: (title) => `Ô trả lời dưới đây bắt đầu bằng mẫu “${title}”. Hãy sửa cho đúng việc này rồi lưu.`,
  },
  fields: { title: 'Tên mẫu', outcome: 'Kết quả', text: 'Lời văn của mẫu', version: 'Bản' },
  errors: {
    unknown_placeholder: ({ name }) => `Lời văn của mẫu: không có chỗ điền nào tên “{{${String(name)}}}”. Chỉ dùng: ${list}.`,
    template_changed:
      'Mẫu này vừa được người khác sửa. Bản mới nhất ở mục “Các bản của mẫu”; chữ của bạn còn nguyên, lưu lần nữa thì thành bản mới hơn.',
  },
}
