import type { AdminLink } from '../accounts/index.ts'

/** Rooms of administration that other modules furnish. */
export const adminLinks: readonly AdminLink[] = [
  {
    href: '/lam-viec/quan-tri/lich',
    title: { vi: 'Lịch làm việc', en: 'Office calendar' },
    hint: {
      vi: 'Ngày nghỉ, nghỉ bù, thứ bảy làm bù, kèm số thông báo. Đổi lịch thì hạn đang chạy được tính lại.',
      en: 'Days off, make-up days, Saturdays worked, with the number of the notice. A change moves the running clocks.',
    },
  },
  {
    href: '/lam-viec/quan-tri/muc-tieu',
    title: { vi: 'Mục tiêu của địa phương', en: 'Local targets' },
    hint: {
      vi: 'Số ngày trả lời nơi luật không định số. Luôn ghi rõ là mục tiêu của địa phương.',
      en: 'Days to answer where the law names no number. Always labelled a local target.',
    },
  },
  {
    href: '/lam-viec/tiep-dan/lich',
    title: { vi: 'Lịch tiếp công dân', en: 'Reception days' },
    hint: { vi: 'Các buổi tiếp, nơi tiếp, số chỗ.', en: 'Days, places and seats of the reception.' },
  },
  {
    href: '/lam-viec/quan-tri/hop-thu',
    title: { vi: 'Thư gửi đi', en: 'Outbox' },
    hint: {
      vi: 'Thư báo cho người gửi đơn và nhắc việc cho cán bộ: chờ gửi, đã gửi, gửi lỗi.',
      en: 'Mail to filers and reminders to officers: waiting, sent, failed.',
    },
  },
]
