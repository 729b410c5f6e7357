import { headTable, signature, type TestPlan } from './plan-file.ts'

const commune = 'ỦY BAN NHÂN DÂN\nXÃ LONG GIANG'

/** Word counts the numbers; none stands in the text. */
export const counted: TestPlan = {
  name: 'đánh số tự động',
  head: {
    number: '64/KH-UBND',
    issuedOn: '2026-03-02',
    issuer: 'Ủy ban nhân dân xã Long Giang',
    subject: 'Thực hiện dân chủ ở cơ sở năm 2026',
  },
  parts: [
    headTable(commune, '64/KH-UBND', 'Long Giang, ngày 02 tháng 3 năm 2026'),
    { bold: 'KẾ HOẠCH' },
    { bold: 'Thực hiện dân chủ ở cơ sở năm 2026' },
    { list: 0, text: 'Mục tiêu', bold: true },
    { list: 1, text: 'Bảo đảm người dân được biết, được bàn, được làm, được kiểm tra.' },
    { list: 0, text: 'Nhiệm vụ', bold: true },
    { list: 1, text: 'Công khai thông tin', bold: true },
    { list: 2, text: 'Niêm yết danh mục công khai tại trụ sở và nhà văn hóa thôn trước ngày 31/3/2026.' },
    { list: 2, text: 'Phát trên loa truyền thanh vào tuần đầu hằng tháng.' },
    { list: 1, text: 'Lấy ý kiến nhân dân', bold: true },
    { list: 3, text: 'Tổ chức họp thôn ít nhất 2 lần trong năm.' },
    { list: 3, text: 'Công chức Văn hóa - Xã hội tổng hợp ý kiến, trình UBND xã trong tháng 6 và tháng 12.' },
    { list: 0, text: 'Tổ chức thực hiện', bold: true },
    { list: 1, text: 'Đề nghị Ủy ban MTTQ Việt Nam xã giám sát việc thực hiện Kế hoạch.' },
    signature,
  ],
  items: [
    { kind: 'objective', text: 'Bảo đảm người dân được biết, được bàn, được làm, được kiểm tra.' },
    { kind: 'task', text: 'Niêm yết danh mục công khai tại trụ sở và nhà văn hóa thôn trước ngày 31/3/2026.', on: '2026-03-31' },
    { kind: 'task', text: 'Phát trên loa truyền thanh vào tuần đầu hằng tháng.', every: 'month' },
    { kind: 'task', text: 'Tổ chức họp thôn ít nhất 2 lần trong năm.' },
    {
      kind: 'task',
      text: 'Công chức Văn hóa - Xã hội tổng hợp ý kiến, trình UBND xã trong tháng 6 và tháng 12.',
      lead: 'Công chức Văn hóa - Xã hội',
      on: '2026-06-30',
    },
    { kind: 'task', text: 'Đề nghị Ủy ban MTTQ Việt Nam xã giám sát việc thực hiện Kế hoạch.', lead: 'Ủy ban MTTQ Việt Nam xã' },
  ],
}

/** Who does what is said inside the sentences. */
export const storms: TestPlan = {
  name: 'phòng chống thiên tai',
  head: {
    number: '88/KH-UBND',
    issuedOn: '2026-04-10',
    issuer: 'Ủy ban nhân dân xã Long Giang',
    subject: 'Phòng, chống thiên tai và tìm kiếm cứu nạn năm 2026',
  },
  parts: [
    headTable(commune, '88/KH-UBND', 'Long Giang, ngày 10 tháng 4 năm 2026'),
    { bold: 'KẾ HOẠCH' },
    { bold: 'Phòng, chống thiên tai và tìm kiếm cứu nạn năm 2026' },
    { bold: 'I. MỤC ĐÍCH' },
    'Chủ động phòng ngừa, giảm thiểu thiệt hại do thiên tai gây ra.',
    { bold: 'II. CÁC NHIỆM VỤ CỤ THỂ' },
    '1. Kiện toàn Ban Chỉ huy Phòng thủ dân sự xã trước ngày 30/4/2026.',
    '2. Ban Chỉ huy Quân sự xã chủ trì, phối hợp với Công an xã và các đoàn thể xây dựng lực lượng xung kích tại chỗ; hoàn thành trong tháng 5/2026.',
    '3. Phòng Kinh tế kiểm tra các hồ, đập; báo cáo UBND xã chậm nhất ngày 15 tháng 5 năm 2026.',
    '4. Trạm Y tế chuẩn bị cơ số thuốc, vật tư y tế.',
    '5. Trực ban 24/24 giờ trong mùa mưa bão, do Ban Chỉ huy Quân sự xã thực hiện.',
    { bold: 'III. GIẢI PHÁP' },
    '- Thực hiện phương châm “bốn tại chỗ”.',
    '- Thường xuyên cập nhật bản tin dự báo.',
    'Trên đây là Kế hoạch phòng, chống thiên tai năm 2026, yêu cầu các đơn vị nghiêm túc thực hiện.',
    signature,
  ],
  items: [
    { kind: 'objective', text: 'Chủ động phòng ngừa, giảm thiểu thiệt hại do thiên tai gây ra.' },
    { kind: 'task', text: 'Kiện toàn Ban Chỉ huy Phòng thủ dân sự xã trước ngày 30/4/2026.', on: '2026-04-30' },
    {
      kind: 'task',
      text: 'Ban Chỉ huy Quân sự xã chủ trì, phối hợp với Công an xã và các đoàn thể xây dựng lực lượng xung kích tại chỗ; hoàn thành trong tháng 5/2026.',
      lead: 'Ban Chỉ huy Quân sự xã',
      partners: ['Công an xã', 'các đoàn thể'],
      on: '2026-05-31',
    },
    {
      kind: 'task',
      text: 'Phòng Kinh tế kiểm tra các hồ, đập; báo cáo UBND xã chậm nhất ngày 15 tháng 5 năm 2026.',
      lead: 'Phòng Kinh tế',
      on: '2026-05-15',
    },
    { kind: 'task', text: 'Trạm Y tế chuẩn bị cơ số thuốc, vật tư y tế.', lead: 'Trạm Y tế' },
    { kind: 'task', text: 'Trực ban 24/24 giờ trong mùa mưa bão, do Ban Chỉ huy Quân sự xã thực hiện.', lead: 'Ban Chỉ huy Quân sự xã' },
    { kind: 'measure', text: 'Thực hiện phương châm “bốn tại chỗ”.' },
    { kind: 'measure', text: 'Thường xuyên cập nhật bản tin dự báo.', every: 'always' },
  ],
}

/** Figures in a table. */
export const poverty: TestPlan = {
  name: 'giảm nghèo',
  head: { number: '15/KH-UBND', issuedOn: '2026-02-12', issuer: 'Ủy ban nhân dân xã Long Giang', subject: 'Giảm nghèo bền vững năm 2026' },
  parts: [
    headTable(commune, '15/KH-UBND', 'Long Giang, ngày 12 tháng 02 năm 2026'),
    { bold: 'KẾ HOẠCH' },
    { bold: 'Giảm nghèo bền vững năm 2026' },
    { bold: 'I. MỤC TIÊU, CHỈ TIÊU' },
    {
      table: [
        ['TT', 'Chỉ tiêu', 'Đơn vị tính', 'Kế hoạch năm 2026'],
        ['1', 'Số hộ thoát nghèo', 'hộ', '25'],
        ['2', 'Tỷ lệ hộ nghèo còn', '%', '1,2'],
        ['3', 'Lao động được dạy nghề', 'người', '60'],
      ],
    },
    { bold: 'II. NHIỆM VỤ' },
    '1. Hỗ trợ vay vốn ưu đãi cho hộ nghèo. Phòng giao dịch Ngân hàng Chính sách xã hội chủ trì.',
    '2. Sửa chữa 12 căn nhà cho hộ nghèo trước ngày 02/9/2026; Phòng Kinh tế chủ trì, phối hợp với Ủy ban MTTQ Việt Nam xã.',
    '3. Rà soát hộ nghèo, hộ cận nghèo cuối năm theo quy định, hoàn thành trước ngày 14/12.',
    signature,
  ],
  items: [
    { kind: 'target', text: 'Số hộ thoát nghèo: 25 hộ' },
    { kind: 'target', text: 'Tỷ lệ hộ nghèo còn: 1,2 %' },
    { kind: 'target', text: 'Lao động được dạy nghề: 60 người' },
    { kind: 'task', text: 'Hỗ trợ vay vốn ưu đãi cho hộ nghèo.', lead: 'Phòng giao dịch Ngân hàng Chính sách xã hội' },
    {
      kind: 'task',
      text: 'Sửa chữa 12 căn nhà cho hộ nghèo trước ngày 02/9/2026; Phòng Kinh tế chủ trì, phối hợp với Ủy ban MTTQ Việt Nam xã.',
      lead: 'Phòng Kinh tế',
      partners: ['Ủy ban MTTQ Việt Nam xã'],
      on: '2026-09-02',
    },
    { kind: 'task', text: 'Rà soát hộ nghèo, hộ cận nghèo cuối năm theo quy định, hoàn thành trước ngày 14/12.', on: '2026-12-14' },
  ],
}

/** Duties to report, and meetings with citizens. */
export const reception: TestPlan = {
  name: 'tiếp công dân',
  head: {
    number: '09/KH-UBND',
    issuedOn: '2026-01-08',
    issuer: 'Ủy ban nhân dân phường Long Thủy',
    subject: 'Tiếp công dân, giải quyết khiếu nại, tố cáo năm 2026',
  },
  parts: [
    headTable('ỦY BAN NHÂN DÂN\nPHƯỜNG LONG THỦY', '09/KH-UBND', 'Long Thủy, ngày 08 tháng 01 năm 2026'),
    { bold: 'KẾ HOẠCH' },
    { bold: 'Tiếp công dân, giải quyết khiếu nại, tố cáo năm 2026' },
    'Căn cứ Luật Tiếp công dân ngày 25 tháng 11 năm 2013;',
    { bold: 'I. NHIỆM VỤ' },
    '1. Chủ tịch UBND phường tiếp công dân ít nhất 01 ngày trong 01 tuần.',
    '2. Cập nhật đơn vào phần mềm trong ngày.',
    '3. Giải quyết dứt điểm 03 vụ tồn đọng trước 30/6.',
    { bold: 'II. TỔ CHỨC THỰC HIỆN' },
    '1. Giao công chức Tư pháp - Hộ tịch:',
    'a) Theo dõi, đôn đốc việc giải quyết đơn.',
    'b) Tham mưu báo cáo tháng (trước ngày 15 hằng tháng).',
    'c) Tham mưu báo cáo quý, trước ngày 14 của tháng cuối mỗi quý.',
    '2. Công an phường bảo đảm an ninh, trật tự tại nơi tiếp công dân.',
    '3. Định kỳ 6 tháng, năm, các bộ phận báo cáo kết quả về UBND phường.',
    signature,
  ],
  items: [
    { kind: 'task', text: 'Chủ tịch UBND phường tiếp công dân ít nhất 01 ngày trong 01 tuần.', lead: 'Chủ tịch UBND phường' },
    { kind: 'task', text: 'Cập nhật đơn vào phần mềm trong ngày.' },
    { kind: 'task', text: 'Giải quyết dứt điểm 03 vụ tồn đọng trước 30/6.', on: '2026-06-30' },
    { kind: 'task', text: 'Theo dõi, đôn đốc việc giải quyết đơn.', lead: 'công chức Tư pháp - Hộ tịch' },
    { kind: 'task', text: 'Tham mưu báo cáo tháng (trước ngày 15 hằng tháng).', lead: 'công chức Tư pháp - Hộ tịch', every: 'month' },
    {
      kind: 'task',
      text: 'Tham mưu báo cáo quý, trước ngày 14 của tháng cuối mỗi quý.',
      lead: 'công chức Tư pháp - Hộ tịch',
      every: 'quarter',
    },
    { kind: 'task', text: 'Công an phường bảo đảm an ninh, trật tự tại nơi tiếp công dân.', lead: 'Công an phường' },
    { kind: 'task', text: 'Định kỳ 6 tháng, năm, các bộ phận báo cáo kết quả về UBND phường.', every: 'half-year' },
  ],
}
