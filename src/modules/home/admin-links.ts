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
    href: '/lam-viec/menu/dau',
    title: { vi: 'Menu của trang', en: 'Menus of the site' },
    hint: { vi: 'Các mục ở đầu và cuối mọi trang.', en: 'Entries in the head and the foot of every page.' },
  },
  {
    href: '/lam-viec/tin-bai/cai-dat',
    title: { vi: 'Quy định của tòa soạn', en: 'Rules of the newsroom' },
    hint: { vi: 'Người viết tin bài có được tự đăng hay không.', en: 'Whether who writes an article may publish it.' },
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
    href: '/lam-viec/quan-tri/nhan-chung',
    title: { vi: 'Nhân chứng của sổ công khai', en: 'Witnesses of the public log' },
    hint: {
      vi: 'Ai ký kèm vào sổ công khai: Mặt trận, cấp trên, trường học. Có ai từ chối ký không.',
      en: 'Who cosigns the public log: the Front, the level above, schools. Whether somebody refuses.',
    },
  },
  {
    href: '/lam-viec/tiep-dan/lich',
    title: { vi: 'Lịch tiếp công dân', en: 'Reception days' },
    hint: { vi: 'Các buổi tiếp, nơi tiếp, số chỗ.', en: 'Days, places and seats of the reception.' },
  },
  {
    href: '/lam-viec/quan-tri/ky-bao-cao',
    title: { vi: 'Kỳ báo cáo', en: 'Reporting periods' },
    hint: {
      vi: 'Tháng báo cáo bắt đầu từ ngày nào, theo văn bản của địa phương.',
      en: 'On which day a reporting month begins, by a document of the locality.',
    },
  },
  {
    href: '/lam-viec/uy-quyen',
    title: { vi: 'Ủy quyền ký thay', en: 'Signing for the chairman' },
    hint: {
      vi: 'Ai ký trả lời thay khi Chủ tịch vắng, từ ngày nào đến ngày nào.',
      en: 'Who signs answers while the chairman is away, on which days.',
    },
  },
  {
    href: '/lam-viec/ban-giao',
    title: { vi: 'Bàn giao hồ sơ', en: 'Hand cases over' },
    hint: {
      vi: 'Cán bộ nghỉ hoặc chuyển việc: mọi hồ sơ đang giữ sang người khác, một lần.',
      en: 'An officer leaves or moves on: all cases in hand go to another at once.',
    },
  },
  {
    href: '/lam-viec/du-lieu-ca-nhan/dong-y',
    title: { vi: 'Nhật ký đồng ý', en: 'Log of consents' },
    hint: {
      vi: 'Ai đã đồng ý gì trong từng hồ sơ, rút lại lúc nào; tải về không có tên.',
      en: 'What was agreed to in each case and when it was taken back; a download without names.',
    },
  },
  {
    href: '/lam-viec/luu-giu',
    title: { vi: 'Thời hạn lưu dữ liệu', en: 'Retention of data' },
    hint: {
      vi: 'Dữ liệu cá nhân giữ bao lâu, đợt nào sắp xóa, hồ sơ nào tạm giữ. Mọi quy định đều tắt cho đến khi được bật.',
      en: 'How long personal data is kept, what goes next, what is held. Every rule is off until turned on.',
    },
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
