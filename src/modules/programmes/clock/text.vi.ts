import { officeRules } from './office-rules.ts'
import type { DueKind, Section } from './who-is-told.ts'

const { remindedWorkingDaysBefore: before, headToldAfterWorkingDays: head, chairmanToldAfterWorkingDays: chairman } = officeRules

export const vi = {
  mail: {
    name: 'Nhắc việc của kế hoạch, chương trình',
    subject: (day: string, n: number) => `Việc của kế hoạch, chương trình ngày ${day}: ${n} mục`,
    greeting: (name: string) => `Kính gửi ông, bà ${name},`,
    lead: (day: string) => `Các việc cần chú ý, tính đến sáng ${day}:`,
    section: {
      late: (n: number) => `ĐÃ QUÁ HẠN: ${n} việc`,
      escalated: (n: number) => `QUÁ HẠN, BÁO LÊN ÔNG, BÀ: ${n} việc`,
      asked: (n: number) => `BÁO CÁO ĐƯỢC YÊU CẦU: ${n} báo cáo`,
      soon: (n: number) => `SẮP ĐẾN HẠN: ${n} việc`,
    } satisfies Record<Section, (n: number) => string>,
    partners: (n: number) => `CƠ QUAN ÔNG, BÀ PHỐI HỢP, VIỆC MỚI HOẶC ĐỔI HẠN: ${n} việc`,
    kind: { task: 'Việc', programme: 'Chương trình hành động chưa ban hành:', report: 'Báo cáo' } satisfies Record<DueKind, string>,
    due: (day: string) => `hạn ${day}`,
    late: (n: number) => `, quá ${n} ngày làm việc`,
    opened: (day: string) => `việc mới, hạn ${day}`,
    moved: (old: string, day: string) => `đổi hạn: từ ${old} thành ${day}`,
    noDay: 'chưa ghi ngày',
    more: (n: number) => `- và ${n} việc nữa, xem ở trang Việc của tôi`,
    local: `Quy định của cổng, không phải của luật: nhắc trước ${before.join(', ')} ngày làm việc, ngay sau hạn rồi mỗi tuần một lần; quá hạn từ ${head} ngày làm việc thì báo trưởng đơn vị, từ ${chairman} ngày làm việc thì báo Chủ tịch; chương trình chậm ban hành thì báo cả hai ngay. Nhắc trước hạn tắt được ở trang Tài khoản.`,
    closing: (authority: string) => `${authority}\nThư được gửi tự động vào sáng ngày làm việc, xin đừng trả lời.`,
  },
  event: {
    'task.recomputed': 'Tính lại hạn theo lịch làm việc',
    'task.roundMade': 'Lập việc của kỳ này',
  },
}
