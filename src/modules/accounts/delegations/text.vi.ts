import type { DelegationText } from './text.ts'

export const vi: DelegationText = {
  title: 'Ủy quyền ký thay',
  lead: 'Khi Chủ tịch vắng mặt có thời hạn: ai ký trả lời thay, từ ngày nào đến ngày nào, theo văn bản nào. Hết ngày thì quyền tự hết.',
  back: 'Hộp việc',
  none: 'Chưa có ủy quyền nào.',
  who: 'Người ký thay',
  whoHint: 'Trưởng đơn vị. Không ai ký thay bản trả lời do chính mình soạn.',
  days: 'Các ngày',
  what: 'Được ký',
  all: 'Phản ánh, kiến nghị và khiếu nại',
  noComplaints: 'Phản ánh, kiến nghị',
  complaintsHint:
    'Quyết định giải quyết khiếu nại thuộc thẩm quyền của Chủ tịch (Luật Khiếu nại). Chỉ đánh dấu khi văn bản ủy quyền nêu rõ và pháp luật cho phép; căn cứ này chưa được đối chiếu (mức chắc chắn: K).',
  state: 'Hiệu lực',
  inForce: 'đang có hiệu lực',
  later: 'chưa đến ngày',
  over: 'đã hết ngày',
  ended: 'đã chấm dứt sớm',
  end: 'Chấm dứt ngay',
  add: 'Thêm ủy quyền',
  submit: 'Ghi ủy quyền',
}
