import type { RatingsText } from './text.ts'

export const vi: RatingsText = {
  errors: {
    article_withdrawn: 'Chưa ghi nhận: bài viết đã được gỡ, không đánh giá được nữa.',
    ratings_closed: 'Chưa ghi nhận: bài viết này không nhận đánh giá.',
    rated_with_account:
      'Chưa ghi nhận: trên trình duyệt này đã có tài khoản đánh giá bài này. Hãy đăng nhập để xem, đổi hoặc rút đánh giá.',
  },
  fields: { stars: 'Số sao', after: 'Trang tiếp', limit: 'Số dòng', bom: 'Cho bảng tính' },
  total: (sum, count) => `Tổng số điểm của bài viết là: ${sum} trong ${count} đánh giá`,
  average: (stars, most) => `Trung bình ${stars} trên ${most} sao`,
  ask: 'Click để đánh giá bài viết',
  stars: (n) => `${n} sao`,
  submit: 'Gửi đánh giá',
  change: 'Đổi đánh giá',
  ownLink: 'Xem, đổi hoặc rút đánh giá của bạn',
  closed: 'Bài viết này không nhận thêm đánh giá.',
  page: {
    title: (article) => `Đánh giá của bạn: ${article}`,
    back: 'Về bài viết',
    recorded: (stars) => `Đã ghi nhận đánh giá của bạn: ${stars}.`,
    own: (stars) => `Bạn đã đánh giá bài này ${stars}.`,
    none: 'Bạn chưa đánh giá bài này trên trình duyệt hoặc tài khoản này.',
    takenBack: 'Đã rút đánh giá của bạn.',
    takeBack: 'Rút đánh giá',
    privacy:
      'Mỗi người đọc một đánh giá, đổi hoặc rút lúc nào cũng được. Hệ thống giữ số sao dưới một dấu mã hóa của tài khoản hoặc trình duyệt, riêng cho từng bài; không giữ tên, địa chỉ mạng hay giờ đánh giá, và không ai ở cơ quan xem được ai đã đánh giá thế nào.',
  },
  desk: {
    title: 'Đánh giá của bạn đọc',
    total: 'Tổng điểm',
    average: 'Trung bình',
    start: 'Trong đó, từ cổng cũ',
    startValue: (sum, count) => `${sum} điểm, ${count} đánh giá`,
    none: 'Chưa có đánh giá nào.',
    head: ['Số sao', 'Số đánh giá'],
    caption: 'Đánh giá nhận tại đây, theo số sao',
    data: 'Dữ liệu mở (CSV)',
  },
  dataset: {
    title: 'Đánh giá bài viết của bạn đọc',
    about: 'Tổng điểm và số đánh giá của từng bài đang đăng, như ghi trên trang của bài; kể cả số từ cổng cũ. Không có ai đã đánh giá.',
    fields: {
      article: 'Địa chỉ của bài, sau /tin-tuc/',
      title: 'Tiêu đề',
      sum: 'Tổng số điểm',
      count: 'Số đánh giá',
      average: 'Điểm trung bình, hai chữ số thập phân',
    },
  },
}
