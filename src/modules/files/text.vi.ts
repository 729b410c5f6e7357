import type { FilesText } from './text.ts'

const errors: FilesText['errors'] = {
  file_too_large: 'lớn hơn 10 MB. Hãy chọn tệp nhỏ hơn hoặc chụp lại với độ phân giải thấp hơn.',
  file_empty: 'không có nội dung. Hãy chọn lại tệp.',
  file_type_refused: 'không phải là ảnh JPEG, PNG, WebP hoặc tệp PDF. Hãy chọn ảnh hoặc tệp PDF.',
  file_heic_refused:
    'là ảnh HEIC, hệ thống chưa đọc được. Trên iPhone, hãy vào Cài đặt > Camera > Định dạng, chọn “Tương thích nhất” rồi chụp lại, hoặc gửi ảnh JPEG.',
  file_damaged: 'bị hỏng hoặc chưa tải lên đủ. Hãy mở thử tệp trên máy rồi gửi lại.',
  file_image_too_large: 'có kích thước ảnh quá lớn. Hãy thu nhỏ ảnh rồi gửi lại.',
  file_encrypted: 'là PDF có mật khẩu hoặc bị khóa. Hãy bỏ khóa rồi gửi lại.',
  file_active_content:
    'là PDF có chứa mã lệnh, biểu mẫu động hoặc tệp đính kèm. Hãy in ra PDF mới (chọn “In > Lưu thành PDF”) rồi gửi lại.',
  paper_type_refused: 'không phải là ảnh, tệp PDF, hay tệp .docx, .xlsx, .odt, .ods. Hãy lưu lại thành một trong các dạng đó rồi gửi lại.',
  paper_old_format:
    'là tệp Word, Excel dạng cũ (.doc, .xls) hoặc có mật khẩu. Hãy bỏ mật khẩu nếu có, lưu lại thành .docx hoặc .xlsx rồi gửi lại.',
  paper_encrypted: 'là tệp Word, Excel hoặc OpenDocument có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.',
  paper_active_content:
    'là tệp Word, Excel hoặc OpenDocument có macro, ActiveX hoặc chương trình nhúng bên trong. Hãy lưu lại thành .docx, .xlsx, .odt hoặc .ods không có những phần đó rồi gửi lại.',
  too_many_files: 'chưa được nhận vì đã đủ số tệp cho phép. Hãy bỏ bớt một tệp khác trước.',
}

const named = (rest: string) => (name: string) => `Tệp “${name}” ${rest}`

export const vi: FilesText = {
  refused: {
    file_too_large: named(errors.file_too_large),
    file_empty: named(errors.file_empty),
    file_type_refused: named(errors.file_type_refused),
    file_heic_refused: named(errors.file_heic_refused),
    file_damaged: named(errors.file_damaged),
    file_image_too_large: named(errors.file_image_too_large),
    file_encrypted: named(errors.file_encrypted),
    file_active_content: named(errors.file_active_content),
    paper_type_refused: named(errors.paper_type_refused),
    paper_old_format: named(errors.paper_old_format),
    paper_encrypted: named(errors.paper_encrypted),
    paper_active_content: named(errors.paper_active_content),
    too_many_files: named(errors.too_many_files),
  },
  errors: Object.fromEntries(Object.entries(errors).map(([code, rest]) => [code, `Tệp ${rest}`])) as FilesText['errors'],
  kind: {
    'image/jpeg': 'Ảnh',
    'application/pdf': 'Tệp PDF',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Tệp Word',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Bảng tính Excel',
    'application/vnd.oasis.opendocument.text': 'Văn bản OpenDocument',
    'application/vnd.oasis.opendocument.spreadsheet': 'Bảng tính OpenDocument',
  },
  finding: {
    hiddenSheets: (n) => `${n} trang tính ẩn`,
    hiddenRows: (n) => `${n} dòng hoặc cột ẩn`,
    hiddenText: (n) => `${n} đoạn chữ ẩn`,
    trackedChanges: (n) => `${n} chỗ sửa còn theo dõi`,
    comments: (n) => `${n} lời ghi chú`,
    authorNames: (n) => `tên người soạn trong thuộc tính tệp (${n})`,
    phone: (n) => `${n} chỗ giống số điện thoại`,
    identity: (n) => `${n} chỗ giống số định danh`,
    email: (n) => `${n} địa chỉ thư điện tử`,
    bank: (n) => `${n} chỗ giống số tài khoản`,
    textUnread: () => 'hệ thống không đọc được hết chữ trong tệp; hãy tự xem từng trang',
  },
  size: (bytes) =>
    bytes >= 1_048_576
      ? `${(bytes / 1_048_576).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`
      : `${Math.ceil(bytes / 1024)} KB`,
}
