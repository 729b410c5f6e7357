import type { MirrorCardText } from './text.ts'

export const vi: MirrorCardText = {
  title: 'Bản sao mang đi được',
  what: 'Cả sổ này và toàn bộ dữ liệu công khai trong một tệp: hồ sơ, tin bài, văn bản, kế hoạch, thăm dò, dữ liệu mở, kèm trang kiểm phiếu. Không có ảnh và tệp đính kèm.',
  how: 'Tải về, giải nén cả tệp, mở index.html. Xem và kiểm được khi không có mạng, từ thẻ USB cũng được.',
  download: (size) => `Tải bản sao (ZIP, ${size})`,
  madeAt: 'Làm lúc',
  lines: 'Số dòng của sổ',
  items: 'Số mục dữ liệu',
  sum: 'Mã SHA-256 của tệp',
  sumHint: 'Tệp tải về có đúng mã này thì không thiếu, không bị đổi trên đường.',
  old: 'Đêm qua máy chủ chưa làm được bản sao mới. Đây là bản gần nhất.',
  none: 'Chưa có bản sao nào. Máy chủ làm bản sao mỗi đêm, bản đầu tiên có sau đêm nay.',
}
