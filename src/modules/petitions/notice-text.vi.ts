import { longDate } from '../../shared/format.ts'
import type { NoticeText } from './notice-text.ts'
import { vi as petition } from './text.vi.ts'

export const vi: NoticeText = {
  kinds: {
    'petition.received': 'Đã tiếp nhận',
    'petition.accepted': 'Đã thụ lý',
    'petition.declined': 'Không thụ lý',
    'petition.answered': 'Đã có trả lời',
    'petition.secretRenewed': 'Cấp lại mã bí mật',
  },
  subject: {
    'petition.received': (code) => `Đã tiếp nhận đơn ${code}`,
    'petition.accepted': (code) => `Đơn ${code} đang được giải quyết`,
    'petition.declined': (code) => `Đơn ${code} không được thụ lý`,
    'petition.answered': (code) => `Đơn ${code} đã có trả lời`,
    'petition.secretRenewed': (code) => `Mã bí mật của đơn ${code} vừa được cấp lại`,
  },
  greeting: 'Kính gửi ông, bà,',
  opening: {
    'petition.received': ({ authority, code }) => `${authority} đã tiếp nhận đơn của ông, bà. Mã hồ sơ: ${code}.`,
    'petition.accepted': ({ authority, code }) => `${authority} đã nhận giải quyết đơn ${code} của ông, bà.`,
    'petition.declined': ({ authority, code }) => `${authority} không thụ lý đơn ${code} của ông, bà. Căn cứ và lý do ghi ở trang hồ sơ.`,
    'petition.answered': ({ authority, code }) =>
      `${authority} đã trả lời đơn ${code} của ông, bà. Nội dung trả lời ở trang hồ sơ; đọc xong, xin ông, bà cho biết việc đã được giải quyết thật hay chưa.`,
    'petition.secretRenewed': ({ authority, code }) =>
      `Mã bí mật của đơn ${code} vừa được cấp lại tại nơi tiếp công dân của ${authority}, sau khi cán bộ xem giấy tờ. Mã cũ không còn dùng được. Nếu ông, bà không yêu cầu việc này, xin báo ngay cho cơ quan.`,
  },
  dueLead: 'Hạn sắp tới:',
  due: (stage, dueOn, local) =>
    `- ${petition.stage[stage]}: chậm nhất ${longDate('vi', dueOn)}${local ? ' (mục tiêu của địa phương)' : ''}`,
  tracking: (url) => (url ? `Xem hồ sơ tại: ${url}` : 'Xem hồ sơ ở mục “Tra cứu” trên cổng của cơ quan.'),
  secret: 'Khi xem cần mã bí mật đã cấp lúc gửi đơn. Mã này không bao giờ có trong thư, và cơ quan không hỏi mã qua thư hay điện thoại.',
  closing: (authority) => `${authority}\nThư được gửi tự động, xin đừng trả lời. Nếu ông, bà không gửi đơn này, xin bỏ qua thư.`,
}
