import type { SlipText } from './text.ts'

export const vi: SlipText = {
  title: (code) => `Phiếu của sổ công khai: ${code}`,
  heading: 'Phiếu của sổ công khai',
  waiting: 'Việc này đang được ghi vào sổ công khai, thường chỉ vài giây. Hãy tải lại trang này.',
  step: 'Đã nhận đơn',
  place: (line, size) => `Dòng ${line} của sổ, khi sổ có ${size} dòng`,
  receivedAt: 'Nhận lúc',
  due: 'Hạn thông báo bước đầu',
  short: {
    title: 'Kiểm nhanh',
    about: 'Đưa máy ảnh của điện thoại vào ô này rồi mở đường dẫn. Cần có mạng.',
    qr: 'Mã QR ngắn: đường dẫn tới trang kiểm chứng phiếu này',
  },
  full: {
    title: 'Bản đầy đủ',
    about: 'Ô này chứa cả phiếu. Chụp bằng tệp kiểm chứng ngoại tuyến thì không cần mạng.',
    qr: 'Mã QR đầy đủ: toàn bộ phiếu, trừ lời văn',
    tooBig: 'Phiếu này quá dài cho một ô vuông: hãy giữ tệp phiếu.',
  },
  file: 'Tải tệp phiếu',
  fileHint: 'Tệp có cả lời văn bạn đã gửi: chỉ đưa cho người bạn muốn cho đọc.',
  check: 'Kiểm chứng phiếu',
  print: 'In phiếu',
  back: 'Về hồ sơ',
  link: 'Phiếu của sổ công khai',
  linkHint: 'Chứng rằng cơ quan đã nhận đơn này, và không ai sửa lại được.',
}
