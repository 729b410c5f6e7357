import type { TestPlan } from '../plan-file.ts'

/** Written after the rules were mended, and read by hand before they saw it: a commune's action programme pasted from a web page, lines broken and none empty. */
const text = `UBND XÃ LONG GIANG
Số: 12/CTr-UBND
Long Giang, ngày 09 tháng 4 năm 2026
CHƯƠNG TRÌNH HÀNH ĐỘNG
Bảo vệ môi trường trên địa bàn xã giai đoạn 2026 - 2028
Thực hiện Nghị quyết số 08-NQ/ĐU ngày 20/3/2026 của Đảng ủy xã về tăng cường bảo vệ
môi trường, UBND xã xây dựng Chương trình hành động như sau:
I. QUAN ĐIỂM, MỤC TIÊU
1. Mục tiêu tổng quát
Giữ gìn môi trường sống xanh, sạch, đẹp; ngăn chặn suy thoái nguồn nước suối
Đá.
2. Mục tiêu đến năm 2028
- 95% hộ dân phân loại rác tại nguồn.
- Không còn điểm tập kết rác tự phát.
- Trồng mới tối thiểu 20.000 cây xanh.
- Giảm 50% lượng túi ni lông sử dụng tại chợ xã.
II. NHIỆM VỤ CỤ THỂ
1. Quản lý chất thải
a) Phòng Kinh tế chủ trì, phối hợp với các thôn và Hợp tác xã Môi trường Long Giang tổ chức thu
gom rác 03 lần/tuần, bắt đầu từ tháng 5/2026.
b) Xóa 06 điểm tập kết rác tự phát trước ngày 02/9/2026; Công an xã xử lý người vi phạm.
c) Lắp 40 thùng rác công cộng tại chợ, trường học, nhà văn hóa thôn trong hai quý
cuối năm.
2. Bảo vệ nguồn nước
a) Trạm Y tế xã lấy mẫu nước giếng kiểm tra chất lượng, mỗi quý một lần.
b) Giao Công an xã điều tra, xử lý các trường hợp xả thải trái phép vào suối Đá; báo cáo
Chủ tịch UBND xã ngay khi phát hiện.
c) Khơi thông 5 km kênh mương nội đồng xong trước mùa mưa năm 2026.
3. Trồng cây xanh
a) Đoàn Thanh niên xã phát động Tết trồng cây, hằng năm vào dịp đầu xuân.
b) Hội Cựu chiến binh xã nhận chăm sóc hàng cây đường liên thôn, giai đoạn
2026 - 2028.
III. GIẢI PHÁP
1. Đưa nội dung bảo vệ môi trường vào hương ước, quy ước của thôn.
2. Xã hội hóa hoạt động thu gom, vận chuyển rác thải.
IV. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế có trách nhiệm theo dõi, đôn đốc; tham mưu sơ kết Chương trình vào
tháng 12 hằng năm.
2. Văn phòng HĐND và UBND xã thẩm định, cân đối kinh phí, trình UBND xã quyết định
trong vòng 10 ngày.
3. Các thôn xây dựng kế hoạch thực hiện, gửi UBND xã trước 30/4/2026.
4. Trường THCS Long Giang và Trường Tiểu học Long Giang tổ chức ngoại khóa về phân loại rác, ít
nhất 02 buổi trong năm học 2026 - 2027.
5. Đề nghị Thường trực HĐND xã giám sát việc thực hiện Chương trình.
Nơi nhận:
- Đảng ủy xã;
- Lưu: VT.`

export const environmentCommune: TestPlan = {
  name: 'Chương trình bảo vệ môi trường của xã, chép từ trang mạng',
  head: { number: '12/CTr-UBND', issuedOn: '2026-04-09' },
  parts: [],
  pasted: text,
  items: [
    {
      kind: 'objective',
      text: 'Giữ gìn môi trường sống xanh, sạch, đẹp; ngăn chặn suy thoái nguồn nước suối Đá.',
    },
    { kind: 'target', text: '95% hộ dân phân loại rác tại nguồn.', on: '2028-12-31' },
    { kind: 'objective', text: 'Không còn điểm tập kết rác tự phát.' },
    { kind: 'target', text: 'Trồng mới tối thiểu 20.000 cây xanh.', on: '2028-12-31' },
    { kind: 'target', text: 'Giảm 50% lượng túi ni lông sử dụng tại chợ xã.', on: '2028-12-31' },
    {
      kind: 'task',
      text: 'Phòng Kinh tế chủ trì, phối hợp với các thôn và Hợp tác xã Môi trường Long Giang tổ chức thu gom rác 03 lần/tuần, bắt đầu từ tháng 5/2026.',
      lead: 'Phòng Kinh tế',
      partners: ['các thôn', 'Hợp tác xã Môi trường Long Giang'],
    },
    {
      kind: 'task',
      text: 'Xóa 06 điểm tập kết rác tự phát trước ngày 02/9/2026; Công an xã xử lý người vi phạm.',
      lead: 'Công an xã',
      on: '2026-09-02',
    },
    {
      kind: 'task',
      text: 'Lắp 40 thùng rác công cộng tại chợ, trường học, nhà văn hóa thôn trong hai quý cuối năm.',
      on: '2026-12-31',
    },
    {
      kind: 'task',
      text: 'Trạm Y tế xã lấy mẫu nước giếng kiểm tra chất lượng, mỗi quý một lần.',
      lead: 'Trạm Y tế xã',
      every: 'quarter',
    },
    {
      kind: 'task',
      text: 'Giao Công an xã điều tra, xử lý các trường hợp xả thải trái phép vào suối Đá; báo cáo Chủ tịch UBND xã ngay khi phát hiện.',
      lead: 'Công an xã',
    },
    { kind: 'task', text: 'Khơi thông 5 km kênh mương nội đồng xong trước mùa mưa năm 2026.' },
    {
      kind: 'task',
      text: 'Đoàn Thanh niên xã phát động Tết trồng cây, hằng năm vào dịp đầu xuân.',
      lead: 'Đoàn Thanh niên xã',
      every: 'year',
    },
    {
      kind: 'task',
      text: 'Hội Cựu chiến binh xã nhận chăm sóc hàng cây đường liên thôn, giai đoạn 2026 - 2028.',
      lead: 'Hội Cựu chiến binh xã',
      on: '2028-12-31',
    },
    { kind: 'measure', text: 'Đưa nội dung bảo vệ môi trường vào hương ước, quy ước của thôn.' },
    { kind: 'measure', text: 'Xã hội hóa hoạt động thu gom, vận chuyển rác thải.' },
    {
      kind: 'task',
      text: 'Phòng Kinh tế có trách nhiệm theo dõi, đôn đốc; tham mưu sơ kết Chương trình vào tháng 12 hằng năm.',
      lead: 'Phòng Kinh tế',
      every: 'year',
    },
    {
      kind: 'task',
      text: 'Văn phòng HĐND và UBND xã thẩm định, cân đối kinh phí, trình UBND xã quyết định trong vòng 10 ngày.',
      lead: 'Văn phòng HĐND và UBND xã',
    },
    {
      kind: 'task',
      text: 'Các thôn xây dựng kế hoạch thực hiện, gửi UBND xã trước 30/4/2026.',
      lead: 'Các thôn',
      on: '2026-04-30',
    },
    {
      kind: 'task',
      text: 'Trường THCS Long Giang và Trường Tiểu học Long Giang tổ chức ngoại khóa về phân loại rác, ít nhất 02 buổi trong năm học 2026 - 2027.',
      lead: 'Trường THCS Long Giang và Trường Tiểu học Long Giang',
    },
    {
      kind: 'task',
      text: 'Đề nghị Thường trực HĐND xã giám sát việc thực hiện Chương trình.',
      lead: 'Thường trực HĐND xã',
    },
  ],
}
