import type { DemoArticle } from './articles.ts'

/** Pages of the office, the same acts as of articles. What they say of the town is what the demonstration knows of it. */
export type DemoPage = Pick<DemoArticle, 'key' | 'title' | 'lead' | 'body' | 'steps'> & { titleEn: string }

export const demoPages: readonly DemoPage[] = [
  {
    key: 'page:gioi-thieu',
    title: 'Giới thiệu',
    titleEn: 'About',
    lead: 'Cổng này là bản trình diễn: thị xã, phường, xã và con người ở đây lấy từ năm 2017, không phải cơ quan đang hoạt động.',
    body: [
      '## Thị xã Phước Long',
      'Thị xã Phước Long trong bản trình diễn có năm phường (Thác Mơ, Long Thủy, Phước Bình, Long Phước, Sơn Giang) và hai xã (Long Giang, Phước Tín). Ủy ban nhân dân thị xã làm việc cùng các phòng, ban chuyên môn, Thanh tra thị xã và Ủy ban Mặt trận Tổ quốc Việt Nam thị xã.',
      'Từ ngày 1/7/2025 cả nước không còn cấp huyện; thị xã vì thế không còn là một cấp chính quyền. Cổng giữ thị xã cũ để ai cũng xem được phần mềm chạy với một cơ quan có đủ đơn vị, người làm việc và hồ sơ.',
      '## Ở đây làm được gì',
      '- [Gửi phản ánh, kiến nghị, khiếu nại](/gui-don) và biết hạn trả lời là ngày nào, vì sao là ngày ấy\n- [Tra cứu đơn đã gửi](/tra-cuu) bằng mã hồ sơ\n- [Xem việc công khai](/don) và [số liệu giải quyết](/thong-ke)\n- [Đặt lịch tiếp công dân](/lich-tiep-dan)',
      'Ai đứng đầu đơn vị nào có ở trang [Cơ cấu tổ chức](/co-cau-to-chuc); địa chỉ, giờ tiếp, điện thoại ở trang [Liên hệ](/lien-he).',
      '## Trang này do ai viết',
      'Biên tập viên viết trang này bằng đúng công cụ viết tin bài: bản nháp, gửi duyệt, đăng, sửa có lý do, gỡ. Khi dùng thật, cơ quan thay nội dung trình diễn này bằng lời giới thiệu của mình.',
    ],
    steps: [
      { act: 'create', by: 'tuyet', on: { daysAgo: 40 }, at: '08:30' },
      { act: 'save', by: 'tuyet', on: { daysAgo: 40 }, at: '09:10' },
      { act: 'submit', by: 'tuyet', on: { daysAgo: 40 }, at: '09:15' },
      { act: 'publish', by: 'lam', on: { daysAgo: 39 }, at: '14:00' },
    ],
  },
]
