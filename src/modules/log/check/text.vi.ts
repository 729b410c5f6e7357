import type { CheckText } from './text.ts'

export const vi: CheckText = {
  title: 'Kiểm chứng phiếu',
  lead: 'Phiếu thật hay phiếu giả? Máy của bạn tự kiểm ở đây: không gửi gì đi, không cần tin cơ quan.',
  form: {
    file: 'Tệp phiếu',
    fileHint: 'Tệp có tên kết thúc bằng “.phieu.json”, tải ở trang hồ sơ của bạn.',
    photo: 'Chụp mã QR trên giấy',
    photoHint: 'Mở máy ảnh của điện thoại; ảnh chỉ được đọc trong máy này.',
    picture: 'Hoặc chọn ảnh đã chụp',
    text: 'Hoặc dán nội dung phiếu',
    textHint: 'Dán toàn bộ, từ dấu { đến dấu }. Cũng có thể dán đường dẫn trong mã QR.',
    submit: 'Kiểm chứng',
    noScript: 'Trình duyệt này không chạy JavaScript, nên máy chủ của cơ quan kiểm thay bạn: bạn phải tin máy chủ nói thật.',
    noScriptQr: 'Muốn kiểm mã QR: đưa máy ảnh của điện thoại vào mã rồi mở đường dẫn hiện ra.',
  },
  byServer:
    'Lần này máy chủ của cơ quan đã kiểm, không phải máy của bạn. Để khỏi phải tin máy chủ: bật JavaScript, dùng tệp kiểm chứng ngoại tuyến hoặc lệnh bên dưới.',
  result: 'Kết quả kiểm chứng',
  nothing: 'Hãy chọn tệp phiếu hoặc dán nội dung phiếu.',
  offline: {
    title: 'Kiểm khi không có mạng',
    about: 'Lưu tệp này vào máy hoặc USB rồi mở bằng trình duyệt. Tệp kiểm như trang này, có sẵn khóa của cơ quan và không nối mạng.',
    link: 'Tải tệp kiểm chứng ngoại tuyến',
    name: 'kiem-chung-phieu.html',
  },
  key: {
    title: 'Khóa công khai của sổ',
    about:
      'Trang này đối chiếu phiếu với khóa dưới đây. Hãy so với khóa mà cơ quan công bố ở nơi khác, ví dụ bảng tin hoặc trang của Mặt trận.',
    none: 'Sổ công khai chưa có khóa.',
  },
  command: {
    title: 'Kiểm bằng dòng lệnh',
    about: 'Mã thoát 0: phiếu thật. 1: phiếu giả, kèm phần sai. 2: không đọc được.',
  },
  means: {
    title: 'Kiểm chứng nói lên điều gì',
    provesTitle: 'Phiếu thật chứng minh',
    proves: [
      'Việc ghi trên phiếu đã nằm trong sổ công khai, vào chỗ và lúc ấy.',
      'Từ đó không ai, kể cả cơ quan, sửa hoặc rút được việc ấy mà không lộ.',
      'Lời văn kèm theo đúng là lời văn lúc ghi sổ.',
    ],
    notTitle: 'Phiếu thật không chứng minh',
    not: [
      'Điều viết trong đơn là đúng, hay việc đã được giải quyết tốt.',
      'Người cầm phiếu là người gửi đơn.',
      'Cơ quan chỉ có một cuốn sổ: điều ấy do các bên làm chứng trông giữ.',
    ],
  },
  kept: {
    lead: 'Tệp này kiểm phiếu ngay trong máy, không nối mạng.',
    from: (site, day) => `Tải từ ${site}, ngày ${day}.`,
    keys: 'Khóa của cơ quan có sẵn trong tệp này; hãy so với khóa công bố ở nơi khác:',
  },
  errors: {},
}
