export const vi = {
  command: {
    usage: `congdan plan read TỆP [--json] [--lang vi|en]

Đọc một kế hoạch, đề xuất mục tiêu, nhiệm vụ, giải pháp, chỉ tiêu, cơ quan chủ trì, phối hợp, thời hạn; mỗi đề xuất kèm câu gốc.
Nhận .docx, .odt và .txt. Chỉ dùng luật đọc, không gửi văn bản đi đâu.
Mã thoát: 0 đọc được, 1 không đọc được (kèm lý do), 2 gọi sai.`,
    wrongUse: (what: string) => `Gọi sai: ${what}`,
    noFile: (path: string) => `Không mở được tệp “${path}”.`,
  },
  refusal: {
    'unknown-format': 'Tệp này không phải .docx hay .odt. Hãy mở bằng chương trình soạn thảo và lưu lại dạng .docx hoặc .odt.',
    damaged: 'Tệp bị hỏng hoặc có mật khẩu.',
    scanned: 'Tệp chỉ có ảnh chụp, không có chữ. Hãy dùng bản gốc có chữ, hoặc dán phần chữ.',
    empty: 'Tệp không có chữ nào.',
    'too-long': 'Văn bản quá dài: nhiều hơn hai triệu chữ cái.',
  },
  kinds: { objective: 'mục tiêu', task: 'nhiệm vụ', measure: 'giải pháp', target: 'chỉ tiêu' },
  because: {
    basis: 'căn cứ ban hành',
    funding: 'kinh phí',
    introduction: 'lời dẫn, tình hình',
    heading: 'đề mục',
    closing: 'lời kết',
    'no-section': 'không rõ thuộc phần nào',
    'too-short': 'quá ngắn',
  },
  every: { month: 'hằng tháng', quarter: 'hằng quý', 'half-year': '6 tháng một lần', year: 'hằng năm', always: 'thường xuyên' },
  labels: {
    lead: 'chủ trì',
    partners: 'phối hợp',
    due: 'thời hạn',
    sure: 'chắc',
    unread: 'Chưa đọc được',
    items: 'Đề xuất',
    noNumber: 'không có số',
  },
}
