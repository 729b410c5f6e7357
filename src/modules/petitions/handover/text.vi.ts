import type { HandoverText } from './text.ts'

export const vi: HandoverText = {
  title: 'Bàn giao hồ sơ',
  lead: 'Khi một cán bộ nghỉ, chuyển việc hay đi vắng lâu: chuyển mọi hồ sơ đang giữ sang người khác trong cùng đơn vị, một lần là xong. Thời hạn không đổi.',
  choose: 'Chọn cán bộ bàn giao',
  show: 'Xem đang giữ gì',
  holds: (name, n) => `${name} đang giữ ${n} hồ sơ`,
  nothing: (name) => `${name} không giữ hồ sơ nào đang làm.`,
  step: 'Đang ở bước',
  number: 'Số hồ sơ',
  unitDesk: 'Trả về đơn vị, để phân công sau',
  toHint: 'Người cùng đơn vị. Mỗi hồ sơ ghi lại việc bàn giao.',
  submit: 'Bàn giao tất cả',
  done: (n) => `Đã bàn giao ${n} hồ sơ.`,
  fields: { from: 'Người bàn giao', to: 'Người nhận' },
}
