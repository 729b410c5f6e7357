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
  calendar: {
    title: 'Lịch hạn việc của tôi',
    lead: 'Hạn của các việc bạn phụ trách. Dưới lịch có danh sách cùng nội dung.',
    back: 'Việc của tôi',
    month: (name: string) => `Tháng ${name}`,
    shortDays: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
    dueOn: (n: number, day: string) => `${n} việc đến hạn ngày ${day}`,
    none: 'Tháng này bạn không có việc nào đến hạn.',
    late: 'quá hạn',
    feed: 'Hạn việc',
    own: 'Việc của tôi',
    unitFeed: 'Lịch hạn việc của cơ quan',
    addresses: 'Địa chỉ lịch cho điện thoại, máy tính',
    addressHint:
      'Dán địa chỉ này vào ứng dụng lịch để thấy hạn việc. Ai có địa chỉ thì xem được; lập lại hoặc thu hồi thì địa chỉ cũ không mở được nữa.',
    madeAt: (at: string) => `Đã có địa chỉ, lập lúc ${at}.`,
    noAddress: 'Chưa có địa chỉ.',
    make: 'Lập địa chỉ',
    again: 'Lập địa chỉ mới, bỏ địa chỉ cũ',
    revoke: 'Thu hồi',
    made: 'Địa chỉ lịch của bạn',
    madeHint: 'Hãy chép ngay: hệ thống không giữ địa chỉ và chỉ hiện một lần này.',
  },
  progress: {
    title: 'Tiến độ theo thời gian',
    lead: (from: string, to: string) => `Từ ${from} đến ${to}; vạch đứng là hôm nay. Cột chữ nói đủ những gì thanh vẽ cho thấy.`,
    head: { item: 'Việc', days: 'Bắt đầu – hạn', status: 'Tình trạng', bar: 'Thanh thời gian' },
    late: 'quá hạn',
    none: 'Chưa có việc nào ghi hạn.',
  },
  event: {
    'task.recomputed': 'Tính lại hạn theo lịch làm việc',
    'task.roundMade': 'Lập việc của kỳ này',
  },
}
