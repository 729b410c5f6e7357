import { longDate } from '../../shared/format.ts'
import type { NoticeText } from './notice-text.ts'
import { vi as petition } from './text.vi.ts'

export const vi: NoticeText = {
  kinds: {
    'petition.received': 'Đã tiếp nhận',
    'petition.accepted': 'Đã thụ lý',
    'petition.declined': 'Không thụ lý',
    'petition.answered': 'Đã có trả lời',
    'petition.askedToComplete': 'Đề nghị bổ sung',
    'petition.guided': 'Hướng dẫn',
    'petition.transferred': 'Đã chuyển',
    'petition.reportedBack': 'Kết quả nơi nhận',
    'petition.extended': 'Gia hạn',
    'petition.suspended': 'Tạm đình chỉ',
    'petition.resumed': 'Tiếp tục',
    'petition.dialogueInvited': 'Mời đối thoại',
    'petition.dialogueRecorded': 'Biên bản đối thoại',
    'petition.promiseKept': 'Đã thực hiện lời hẹn',
    'petition.closed': 'Kết thúc',
    'petition.reopened': 'Mở lại',
    'petition.secretRenewed': 'Cấp lại mã bí mật',
  },
  subject: {
    'petition.received': (code) => `Đã tiếp nhận đơn ${code}`,
    'petition.accepted': (code) => `Đơn ${code} đang được giải quyết`,
    'petition.declined': (code) => `Đơn ${code} không được thụ lý`,
    'petition.answered': (code) => `Đơn ${code} đã có trả lời`,
    'petition.askedToComplete': (code) => `Đơn ${code} cần bổ sung`,
    'petition.guided': (code) => `Đơn ${code}: hướng dẫn gửi nơi có thẩm quyền`,
    'petition.transferred': (code) => `Đơn ${code} đã được chuyển cơ quan khác`,
    'petition.reportedBack': (code) => `Đơn ${code}: cơ quan nhận đơn đã báo kết quả`,
    'petition.extended': (code) => `Đơn ${code} được gia hạn`,
    'petition.suspended': (code) => `Đơn ${code} tạm đình chỉ giải quyết`,
    'petition.resumed': (code) => `Đơn ${code} được giải quyết tiếp`,
    'petition.dialogueInvited': (code) => `Mời đối thoại về đơn ${code}`,
    'petition.dialogueRecorded': (code) => `Biên bản đối thoại về đơn ${code}`,
    'petition.promiseKept': (code) => `Đơn ${code}: cơ quan báo đã thực hiện lời hẹn`,
    'petition.closed': (code) => `Đơn ${code} đã kết thúc`,
    'petition.reopened': (code) => `Đơn ${code} được mở lại`,
    'petition.secretRenewed': (code) => `Mã bí mật của đơn ${code} vừa được cấp lại`,
  },
  digest: {
    kind: 'Thư ngày',
    subject: (code) => `Việc mới trong ngày về đơn ${code}`,
    lead: ({ code }) => `Các việc mới về đơn ${code} của ông, bà:`,
    line: (when, what) => `- ${when}. ${what}`,
  },
  greeting: 'Kính gửi ông, bà,',
  opening: {
    'petition.received': ({ authority, code }) => `${authority} đã tiếp nhận đơn của ông, bà. Mã hồ sơ: ${code}.`,
    'petition.accepted': ({ authority, code }) => `${authority} đã nhận giải quyết đơn ${code} của ông, bà.`,
    'petition.declined': ({ authority, code }) => `${authority} không thụ lý đơn ${code} của ông, bà. Căn cứ và lý do ghi ở trang hồ sơ.`,
    'petition.answered': ({ authority, code }) =>
      `${authority} đã trả lời đơn ${code} của ông, bà. Nội dung trả lời ở trang hồ sơ; đọc xong, xin ông, bà cho biết việc đã được giải quyết thật hay chưa.`,
    'petition.askedToComplete': ({ authority, code }) =>
      `${authority} đề nghị ông, bà bổ sung cho đơn ${code}. Điều cần bổ sung ghi ở trang hồ sơ; thời hạn giải quyết vẫn chạy.`,
    'petition.guided': ({ authority, code }) =>
      `Đơn ${code} không thuộc thẩm quyền của ${authority}. Nơi có thẩm quyền và cách gửi ghi ở trang hồ sơ.`,
    'petition.transferred': ({ authority, code }) =>
      `${authority} đã chuyển đơn ${code} của ông, bà đến cơ quan có thẩm quyền. Nơi nhận và số văn bản ghi ở trang hồ sơ.`,
    'petition.reportedBack': ({ authority, code }) => `Cơ quan nhận đơn ${code} đã báo kết quả cho ${authority}. Nội dung ở trang hồ sơ.`,
    'petition.extended': ({ authority, code }) => `${authority} đã dời ngày của đơn ${code}. Ngày cũ, ngày mới và lý do ghi ở trang hồ sơ.`,
    'petition.suspended': ({ authority, code }) =>
      `${authority} đã tạm đình chỉ giải quyết đơn ${code}. Căn cứ và số quyết định ghi ở trang hồ sơ.`,
    'petition.resumed': ({ authority, code }) => `${authority} tiếp tục giải quyết đơn ${code}.`,
    'petition.dialogueInvited': ({ authority, code }) =>
      `${authority} mời ông, bà đối thoại về đơn ${code}. Ngày, giờ và nơi gặp ghi ở trang hồ sơ.`,
    'petition.dialogueRecorded': ({ code }) => `Biên bản đối thoại về đơn ${code} đã có ở trang hồ sơ.`,
    'petition.promiseKept': ({ authority, code }) =>
      `${authority} báo đã thực hiện điều đã hẹn về đơn ${code}. Xin ông, bà xem và cho biết có đúng vậy không.`,
    'petition.closed': ({ authority, code }) =>
      `${authority} đã kết thúc hồ sơ ${code}. Đánh giá của ông, bà vẫn được giữ bên cạnh trả lời của cơ quan.`,
    'petition.reopened': ({ authority, code }) => `Đơn ${code} được ${authority} mở lại để giải quyết tiếp.`,
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
