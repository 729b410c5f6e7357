import { longDate } from '../../../shared/format.ts'
import { localRules } from '../local-rules.ts'
import type { ReminderText } from './text.ts'

const { remindWorkingDaysBefore: before, headToldAfterWorkingDays: head, chairmanToldAfterWorkingDays: chairman } = localRules

export const vi: ReminderText = {
  kind: 'Nhắc việc',
  bulkKind: 'Đôn đốc',
  subject: (day, total) => `Nhắc việc ngày ${day}: ${total} hồ sơ`,
  greeting: (name) => `Kính gửi ông, bà ${name},`,
  lead: (day) => `Các hồ sơ cần chú ý, tính đến sáng ${day}:`,
  section: {
    overdue: (total) => `ĐÃ QUÁ HẠN: ${total} hồ sơ`,
    escalated: (total) => `QUÁ HẠN, BÁO LÊN ÔNG, BÀ: ${total} hồ sơ`,
    today: (total) => `ĐẾN HẠN HÔM NAY: ${total} hồ sơ`,
    soon: (total) => `ĐẾN HẠN TRONG ${before} NGÀY LÀM VIỆC TỚI: ${total} hồ sơ`,
  },
  line: (code, kind, dueOn, late) => `- ${code} (${kind}), hạn ${longDate('vi', dueOn)}${late > 0 ? `, quá ${late} ngày làm việc` : ''}`,
  ofUnit: (unit) => `, ${unit}`,
  more: (n) => `- và ${n} hồ sơ nữa, xem ở hộp việc`,
  local: `Quy định của cổng, không phải của luật: nhắc trước ${before} ngày làm việc; quá hạn từ ${head} ngày làm việc thì báo trưởng đơn vị, từ ${chairman} ngày làm việc thì báo Chủ tịch. Nhắc trước hạn tắt được ở trang Tài khoản.`,
  closing: (authority) => `${authority}\nThư được gửi tự động vào sáng ngày làm việc, xin đừng trả lời.`,
  inbox: {
    title: 'Nhắc việc hôm nay',
    overdue: (n) => `${n} hồ sơ của bạn đã quá hạn`,
    escalated: (n) => `${n} hồ sơ quá hạn cần bạn đôn đốc`,
    today: (n) => `${n} hồ sơ đến hạn hôm nay`,
    soon: (n) => `${n} hồ sơ đến hạn trong ${before} ngày làm việc tới`,
  },
}
