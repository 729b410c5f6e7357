import type { NoticesText } from './text.ts'

export const vi: NoticesText = {
  administration: 'Quản trị',
  title: 'Thư gửi đi',
  lead: 'Thư báo tự động cho người gửi đơn. Địa chỉ được che bớt; nội dung thư được xóa 30 ngày sau khi gửi.',
  notConfigured: {
    title: 'Chưa có máy chủ thư',
    sentence: 'Thư được giữ lại ở đây và không gửi đi. Đặt SMTP_URL rồi khởi động lại để gửi; thư đã giữ chỉ gửi khi bạn bấm “Gửi lại”.',
  },
  states: { queued: 'Chờ gửi', sent: 'Đã gửi', failed: 'Không gửi được', kept: 'Giữ lại' },
  retrying: (attempts) => `Sẽ tự gửi lại; đã thử ${attempts} lần`,
  attempts: (attempts) => `Đã thử ${attempts} lần`,
  problems: {
    unreachable: 'Không kết nối được với máy chủ thư',
    timeout: 'Máy chủ thư trả lời quá lâu',
    tls: 'Kết nối mã hóa với máy chủ thư không thành',
    signIn: 'Máy chủ thư không nhận tên hoặc mật khẩu trong SMTP_URL',
    sender: 'Máy chủ thư không cho gửi từ địa chỉ của cơ quan',
    refused: 'Nơi nhận từ chối thư này',
    later: 'Máy chủ thư hẹn gửi lại sau',
    badAddress: 'Địa chỉ nhận không đúng',
    other: 'Lỗi chưa rõ khi gửi',
  },
  filter: { label: 'Lọc theo trạng thái', all: 'Tất cả' },
  columns: { when: 'Lúc', kind: 'Thư báo', to: 'Gửi tới', matter: 'Hồ sơ', state: 'Trạng thái', act: 'Việc làm' },
  sentAt: (when) => `gửi lúc ${when}`,
  erased: 'đã xóa',
  resend: 'Gửi lại',
  resendAbout: (subject) => `thư “${subject}”`,
  resent: 'Thư đã được xếp hàng để gửi lại ngay.',
  empty: { title: 'Chưa có thư nào.', sentence: 'Khi người gửi đơn có để lại thư điện tử, thư báo cho họ sẽ hiện ở đây.' },
  emptyState: 'Không có thư nào ở trạng thái này.',
  errors: {
    notice_not_resendable: 'Thư này đã gửi, đang được gửi, hoặc đã xóa nội dung nên không gửi lại được.',
    mail_not_configured: 'Chưa có máy chủ thư nên chưa gửi được. Hãy đặt SMTP_URL rồi khởi động lại.',
  },
}
