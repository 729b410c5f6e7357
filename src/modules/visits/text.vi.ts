import type { VisitsText } from './text.ts'

export const vi: VisitsText = {
  footer: {
    title: 'Thống kê truy cập',
    online: 'Đang truy cập',
    today: 'Hôm nay',
    month: 'Tháng hiện tại',
    total: 'Tổng lượt truy cập',
  },
  page: {
    title: 'Thống kê truy cập',
    lead: 'Có bao nhiêu lượt người vào trang này, theo ngày và theo tháng, giờ Việt Nam. Máy tự động được đếm riêng.',
    daysOf: (month) => `Các ngày trong tháng ${month}`,
    monthsOf: (year) => `Các tháng trong năm ${year}`,
    chartDays: (month) => `Lượt truy cập từng ngày trong tháng ${month}. Bảng bên dưới có đúng các số này.`,
    chartMonths: (year) => `Lượt truy cập từng tháng trong năm ${year}. Bảng bên dưới có đúng các số này.`,
    day: 'Ngày',
    month: 'Tháng',
    visits: 'Lượt truy cập',
    pages: 'Trang đã mở',
    robots: 'Trang máy tự động mở',
    previous: (month) => `Tháng ${month}`,
    next: (month) => `Tháng ${month}`,
    carriedOver: (on, today, month, total) =>
      `Ngày ${on}, bộ đếm của cổng cũ được chuyển sang và đếm tiếp: ${today} lượt trong ngày, ${month} lượt trong tháng, ${total} lượt tất cả.`,
    readOn: (on, online) => `Đó là số cổng cũ hiện ngày ${on}, khi đang có ${online} lượt truy cập. Số của từng ngày trước đó không còn.`,
    notCounted: 'Kỳ này chưa có bộ đếm, nên không có số.',
    howTitle: 'Cách đếm',
    how: [
      'Một lượt truy cập gồm mọi trang mà một trình duyệt mở, cho đến khi 30 phút không mở thêm trang nào. Tải lại trang không thêm lượt.',
      'Lượt thuộc về ngày bắt đầu, theo giờ Việt Nam. Đang truy cập là những lượt có mở trang trong 5 phút gần đây.',
      'Máy tìm kiếm và các máy tự động khác được đếm riêng, theo tên chúng tự xưng.',
      'Để đếm, trình duyệt giữ một cookie có số ngẫu nhiên, mất khi đóng trình duyệt. Không lưu địa chỉ IP, không lưu bạn là ai; dấu vết của lượt bị xóa trong vài phút sau khi lượt kết thúc.',
      'Ai không nhận cookie thì mỗi trang mở ra là một lượt mới.',
    ],
    data: 'Tải dữ liệu',
    days: 'Theo ngày',
    months: 'Theo tháng',
    spreadsheet: 'CSV cho bảng tính',
  },
  dataset: {
    title: 'Lượt truy cập',
    about: 'Mỗi dòng là một ngày, hoặc một tháng (tham số by: day hay month), mới nhất trước. Cách đếm nêu ở trang thống kê truy cập.',
    fields: {
      startsOn: 'Ngày, hoặc ngày đầu của tháng, YYYY-MM-DD',
      visits: 'Số lượt truy cập, kể cả số chuyển từ trang cũ',
      carriedOver: 'Trong đó: số chuyển từ trang cũ',
      pages: 'Số trang đã mở',
      robotPages: 'Số trang máy tự động đã mở, không tính ở trên',
    },
  },
  fields: { ky: 'Tháng', by: 'Theo ngày hay theo tháng', after: 'Trang tiếp', limit: 'Số dòng', bom: 'Cho bảng tính' },
}
