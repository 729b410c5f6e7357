import { headTable, signature, type TestPlan } from './plan-file.ts'

/** A party body's document: another kind of number. Sections by words, tasks numbered 1.1. */
export const party: TestPlan = {
  name: 'văn bản của cấp ủy',
  head: {
    number: '12-KH/ĐU',
    issuedOn: '2025-10-03',
    issuer: 'Đảng ủy xã Phước Tín',
    subject: 'Học tập, quán triệt Nghị quyết Trung ương',
  },
  parts: [
    {
      table: [
        ['ĐẢNG ỦY XÃ PHƯỚC TÍN', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
        ['Số: 12-KH/ĐU', 'Phước Tín, ngày 03 tháng 10 năm 2025'],
      ],
    },
    { bold: 'KẾ HOẠCH' },
    { bold: 'Học tập, quán triệt Nghị quyết Trung ương' },
    { bold: '1. Mục đích' },
    '1.1. Làm cho cán bộ, đảng viên nắm vững nội dung cơ bản của Nghị quyết.',
    '1.2. Tạo sự thống nhất trong nhận thức và hành động.',
    { bold: '2. Nội dung, nhiệm vụ' },
    '2.1. Tổ chức hội nghị trực tiếp kết hợp trực tuyến cho toàn thể đảng viên, xong trước ngày 20/10/2025.',
    '2.2. Các chi bộ xây dựng chương trình hành động, gửi Đảng ủy trước ngày 15/11/2025.',
    { bold: '3. Phân công thực hiện' },
    '3.1. Ban Xây dựng Đảng chủ trì, phối hợp với Văn phòng Đảng ủy chuẩn bị tài liệu.',
    '3.2. Ủy ban Kiểm tra Đảng ủy giám sát việc học tập của các chi bộ.',
    { table: [['Nơi nhận:\n- Các chi bộ;\n- Lưu VP.', 'T/M ĐẢNG ỦY\nBÍ THƯ']] },
  ],
  items: [
    { kind: 'objective', text: 'Làm cho cán bộ, đảng viên nắm vững nội dung cơ bản của Nghị quyết.' },
    { kind: 'objective', text: 'Tạo sự thống nhất trong nhận thức và hành động.' },
    {
      kind: 'task',
      text: 'Tổ chức hội nghị trực tiếp kết hợp trực tuyến cho toàn thể đảng viên, xong trước ngày 20/10/2025.',
      on: '2025-10-20',
    },
    {
      kind: 'task',
      text: 'Các chi bộ xây dựng chương trình hành động, gửi Đảng ủy trước ngày 15/11/2025.',
      lead: 'Các chi bộ',
      on: '2025-11-15',
    },
    {
      kind: 'task',
      text: 'Ban Xây dựng Đảng chủ trì, phối hợp với Văn phòng Đảng ủy chuẩn bị tài liệu.',
      lead: 'Ban Xây dựng Đảng',
      partners: ['Văn phòng Đảng ủy'],
    },
    { kind: 'task', text: 'Ủy ban Kiểm tra Đảng ủy giám sát việc học tập của các chi bộ.', lead: 'Ủy ban Kiểm tra Đảng ủy' },
  ],
}

/** No bold type, no tables: as pasted into a letter. */
export const plain: TestPlan = {
  name: 'không định dạng',
  head: { number: '33/KH-UBND', issuedOn: '2026-05-06', issuer: 'UBND xã Phước Tín', subject: 'Ra quân dọn vệ sinh môi trường' },
  parts: [
    'UBND XÃ PHƯỚC TÍN',
    'Số: 33/KH-UBND',
    'Phước Tín, ngày 6 tháng 5 năm 2026',
    'KẾ HOẠCH',
    'Ra quân dọn vệ sinh môi trường',
    '',
    'I. Mục tiêu: Giữ gìn đường làng sạch đẹp, phòng bệnh mùa mưa.',
    'II. Nội dung thực hiện',
    '1. Dọn rác trên các tuyến đường thôn vào sáng thứ Bảy hằng tuần.',
    '2. Khơi thông cống rãnh trước mùa mưa, xong trước 31/5/2026.',
    'III. Tổ chức thực hiện',
    'Giao Đoàn Thanh niên xã phát động, đăng ký số người tham gia của từng thôn.',
    'Hội Phụ nữ xã vận động các hộ phân loại rác tại nhà.',
  ],
  items: [
    { kind: 'objective', text: 'Giữ gìn đường làng sạch đẹp, phòng bệnh mùa mưa.' },
    { kind: 'task', text: 'Dọn rác trên các tuyến đường thôn vào sáng thứ Bảy hằng tuần.' },
    { kind: 'task', text: 'Khơi thông cống rãnh trước mùa mưa, xong trước 31/5/2026.', on: '2026-05-31' },
    { kind: 'task', text: 'Giao Đoàn Thanh niên xã phát động, đăng ký số người tham gia của từng thôn.', lead: 'Đoàn Thanh niên xã' },
    { kind: 'task', text: 'Hội Phụ nữ xã vận động các hộ phân loại rác tại nhà.', lead: 'Hội Phụ nữ xã' },
  ],
}

/** A decision with articles, and a programme attached to it. */
export const decision: TestPlan = {
  name: 'quyết định',
  head: {
    number: '210/QĐ-UBND',
    issuedOn: '2026-06-01',
    issuer: 'Ủy ban nhân dân xã Phước Tín',
    subject: 'Ban hành Chương trình hỗ trợ hộ kinh doanh chuyển đổi số',
  },
  parts: [
    headTable('ỦY BAN NHÂN DÂN\nXÃ PHƯỚC TÍN', '210/QĐ-UBND', 'Phước Tín, ngày 01 tháng 6 năm 2026'),
    { bold: 'QUYẾT ĐỊNH' },
    { bold: 'Ban hành Chương trình hỗ trợ hộ kinh doanh chuyển đổi số' },
    'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;',
    'Xét đề nghị của Trưởng phòng Kinh tế,',
    { bold: 'Phần I. MỤC TIÊU' },
    '1. Đến hết năm 2026, 70% hộ kinh doanh có tài khoản thanh toán điện tử.',
    '2. Giúp hộ kinh doanh nhỏ tiếp cận công cụ số.',
    { bold: 'Phần II. NHIỆM VỤ, GIẢI PHÁP' },
    '1. Tập huấn kỹ năng bán hàng trực tuyến cho 100 hộ trong 6 tháng cuối năm 2026 (Phòng Kinh tế chủ trì).',
    '2. Thành lập 09 tổ công nghệ số cộng đồng, hoàn thành trong tháng 7 năm 2026.',
    '3. Mỗi tháng tổ chức một phiên chợ số tại nhà văn hóa xã.',
    { bold: 'Phần III. TỔ CHỨC THỰC HIỆN' },
    'Điều 1. Phòng Kinh tế là cơ quan thường trực, theo dõi việc thực hiện Chương trình.',
    'Điều 2. Các ông, bà: Chánh Văn phòng, Trưởng phòng Kinh tế chịu trách nhiệm thi hành Quyết định này.',
    signature,
  ],
  items: [
    { kind: 'target', text: 'Đến hết năm 2026, 70% hộ kinh doanh có tài khoản thanh toán điện tử.', on: '2026-12-31' },
    { kind: 'objective', text: 'Giúp hộ kinh doanh nhỏ tiếp cận công cụ số.' },
    {
      kind: 'task',
      text: 'Tập huấn kỹ năng bán hàng trực tuyến cho 100 hộ trong 6 tháng cuối năm 2026 (Phòng Kinh tế chủ trì).',
      lead: 'Phòng Kinh tế',
      on: '2026-12-31',
    },
    { kind: 'task', text: 'Thành lập 09 tổ công nghệ số cộng đồng, hoàn thành trong tháng 7 năm 2026.', on: '2026-07-31' },
    { kind: 'task', text: 'Mỗi tháng tổ chức một phiên chợ số tại nhà văn hóa xã.', every: 'month' },
    { kind: 'task', text: 'Phòng Kinh tế là cơ quan thường trực, theo dõi việc thực hiện Chương trình.', lead: 'Phòng Kinh tế' },
  ],
}

/** Two tables, the second one of measures; a lead that goes on over rows; several agencies in one cell. */
export const tables: TestPlan = {
  name: 'hai bảng',
  head: {
    number: '140/KH-UBND',
    issuedOn: '2026-07-15',
    issuer: 'Ủy ban nhân dân thị xã Phước Long',
    subject: 'Chuyển đổi số giai đoạn 2026 - 2028',
  },
  parts: [
    headTable('ỦY BAN NHÂN DÂN\nTHỊ XÃ PHƯỚC LONG', '140/KH-UBND', 'Phước Long, ngày 15 tháng 7 năm 2026'),
    { bold: 'KẾ HOẠCH' },
    { bold: 'Chuyển đổi số giai đoạn 2026 - 2028' },
    { bold: 'I. NHIỆM VỤ CỤ THỂ' },
    {
      table: [
        ['TT', 'Nhiệm vụ', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn', 'Sản phẩm'],
        ['1', 'Số hóa sổ hộ tịch', 'Phòng Tư pháp', 'UBND các phường, xã', '12/2027', 'Cơ sở dữ liệu'],
        [
          '2',
          'Kết nối phần mềm một cửa',
          'Văn phòng HĐND và UBND',
          'Phòng Nội vụ\nPhòng Tài chính - Kế hoạch',
          'Trước 30/9/2026',
          'Phần mềm',
        ],
        ['3', 'Tập huấn cán bộ, công chức', null, '', 'Hằng năm', 'Lớp học'],
      ],
    },
    { bold: 'II. GIẢI PHÁP' },
    {
      table: [
        ['TT', 'Giải pháp', 'Đơn vị thực hiện'],
        ['1', 'Bố trí kinh phí trong dự toán hằng năm', 'Phòng Tài chính - Kế hoạch'],
        ['2', 'Gắn kết quả chuyển đổi số với xếp loại thi đua', 'Phòng Nội vụ'],
      ],
    },
    signature,
  ],
  items: [
    { kind: 'task', text: 'Số hóa sổ hộ tịch', lead: 'Phòng Tư pháp', partners: ['UBND các phường, xã'], on: '2027-12-31' },
    {
      kind: 'task',
      text: 'Kết nối phần mềm một cửa',
      lead: 'Văn phòng HĐND và UBND',
      partners: ['Phòng Nội vụ', 'Phòng Tài chính - Kế hoạch'],
      on: '2026-09-30',
    },
    { kind: 'task', text: 'Tập huấn cán bộ, công chức', lead: 'Văn phòng HĐND và UBND', every: 'year' },
    { kind: 'measure', text: 'Bố trí kinh phí trong dự toán hằng năm', lead: 'Phòng Tài chính - Kế hoạch', every: 'year' },
    { kind: 'measure', text: 'Gắn kết quả chuyển đổi số với xếp loại thi đua', lead: 'Phòng Nội vụ' },
  ],
}
