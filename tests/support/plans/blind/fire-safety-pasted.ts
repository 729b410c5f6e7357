import type { TestPlan } from '../plan-file.ts'

/** A ward's plan as copied out of a scanned PDF: lines broken where the page ends, page numbers between, letters in pieces (NFD), slips of the recognition. */
const text = `
ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHƯỜNG LONG PHƯỚC              Độc lập - Tự do - Hạnh phúc

Số: 57/KH-UBND            Long Phước, ngày 24 tháng 02 năm 2026

KẾ HOẠCH
Tăng cường công tác phòng cháy, chữa cháy và cứu nạn, cứu hộ
trên địa bàn phường năm 2026

Thực hiện Luật Phòng cháy, chữa cháy và cứu nạn, cứu hộ năm 2024 và Kế hoạch số
88/KH-UBND ngày 30/01/2026 của UBND tỉnh, UBND phường Long Phước xây dựng Kế
hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

a) Nâng cao ý thức của người dân, cơ sở sản xuất, kinh doanh trong phòng ngừa cháy, nổ;
kiềm chế sự gia tăng số vụ cháy.

b) Phát huy sức mạnh của toàn dân tham gia phòng cháy, chữa cháy với phương châm bốn
tại chỗ.

2. Chỉ tiêu

a) 100% hộ gia đình kết hợp sản xuất, kinh doanh trên địa bàn được kiểm tra, hướng dẫn ít
nhất một lần.

b) Phấn đấu giảm ít nhất 20% số vụ cháy so với năm 2025.

c) Từ 80% hộ gia đình trở lên trang bị ít nhất 01 bình chữa cháy xách tay.

II. NỘI DUNG THỰC HIỆN

1. Tuyên truyền

- Công an phường phối hợp Trung tâm Cung ứng dịch vụ sự nghiệp công phát
thanh bản tin về kỹ năng thoát nạn, mỗi tuần 02 lần.

- Tổ chức ký cam kết an toàn phòng cháy với 100% hộ kinh doanh tại chợ Long Phước,
xong trước ngày 15/04/2026.
                                   2
- Treo băng rôn, khẩu hiệu tại các khu phố trong đợt cao điểm mùa khô (từ tháng 3 đến
tháng 5/2026).

2. Kiểm tra, xử lý vi phạm

- Công an phường chủ trì, phối hợp với Phòng Kinh tế, Hạ tầng và Đô thị kiểm tra định
kỳ cơ sở thuộc diện quản lý theo phân cấp; hàng quý báo cáo kết quả về UBND phường.

- Xử lý nghiêm các hành vi lấn chiếm ngõ, hẻm, cản trở xe chữa cháy; hoàn thành việc
giải tỏa tại khu phố 3 và khu phố 5 chậm nhất ngày 30/6.

3. Xây dựng lực lượng

- Củng cố 12 Tổ liên gia an toàn phòng cháy, chữa cháy, mỗi tổ có ít nhất 01 điểm chữa
cháy công cộng.

- Ban Chỉ huy Quân sự phường cử lực lượng dân quân tham gia thực tập phương án
chữa cháy tại khu dân cư trong quý II/2026.

- Tổ chức hội thao nghiệp vụ chữa cháy giữa các khu phố nhân ngày 04/10/2026.

III. TỔ CHỨC THỰC HIỆN

1. Công an phường

Là đơn vị thường trực, tham mưu UBND phường triển khai Kế hoạch; tổng hợp kết quả,
báo cáo Công an tỉnh theo quy định.

Mở hồ sơ quản lý từng cơ sở trên Cơ sở dữ liệu phòng cháy, chữa cháy xong trước
31/3/2026.

2. Phòng Kinh tế, Hạ tầng và Đô thị

Tham mưu bố trí nguồn nước chữa cháy tại 03 hồ chứa; sửa chữa 08 trụ nước hư hỏng
trong 6 tháng đầu năm.

3. Ban điều hành các khu phố

Vận động mỗi hộ gia đình mở lối thoát nạn thứ hai.

Rà soát, lập danh sách nhà trọ, nhà có lồng sắt "chuồng cọp", gửi Công an phường trước ngày
20/3/2026.
                                   3
4. Đề nghị Ủy ban MTTQ Việt Nam phường và các đoàn thể tuyên truyền, vận động đoàn viên,
hội viên thực hiện nghiêm quy định về phòng cháy, chữa cháy.

Trên đây là Kế hoạch tăng cường công tác phòng cháy, chữa cháy và cứu nạn, cứu hộ năm
2026, yêu cầu các đơn vị triển khai thực hiện./.

Nơi nhận:                                TM. ỦY BAN NHÂN DÂN
- Công an tỉnh;                                CHỦ TỊCH
- Các khu phố;
- Lưu: VT.
`

export const fireSafetyPasted: TestPlan = {
  name: 'Kế hoạch phòng cháy của phường, chép từ PDF',
  head: { number: '57/KH-UBND', issuedOn: '2026-02-24' },
  parts: [],
  pasted: text.normalize('NFD'),
  items: [
    {
      kind: 'objective',
      text: 'Nâng cao ý thức của người dân, cơ sở sản xuất, kinh doanh trong phòng ngừa cháy, nổ; kiềm chế sự gia tăng số vụ cháy.',
    },
    {
      kind: 'objective',
      text: 'Phát huy sức mạnh của toàn dân tham gia phòng cháy, chữa cháy với phương châm bốn tại chỗ.',
    },
    {
      kind: 'target',
      text: '100% hộ gia đình kết hợp sản xuất, kinh doanh trên địa bàn được kiểm tra, hướng dẫn ít nhất một lần.',
    },
    { kind: 'target', text: 'Phấn đấu giảm ít nhất 20% số vụ cháy so với năm 2025.' },
    { kind: 'target', text: 'Từ 80% hộ gia đình trở lên trang bị ít nhất 01 bình chữa cháy xách tay.' },
    {
      kind: 'task',
      text: 'Công an phường phối hợp Trung tâm Cung ứng dịch vụ sự nghiệp công phát thanh bản tin về kỹ năng thoát nạn, mỗi tuần 02 lần.',
      lead: 'Công an phường',
      partners: ['Trung tâm Cung ứng dịch vụ sự nghiệp công'],
    },
    {
      kind: 'task',
      text: 'Tổ chức ký cam kết an toàn phòng cháy với 100% hộ kinh doanh tại chợ Long Phước, xong trước ngày 15/04/2026.',
      on: '2026-04-15',
    },
    {
      kind: 'task',
      text: 'Treo băng rôn, khẩu hiệu tại các khu phố trong đợt cao điểm mùa khô (từ tháng 3 đến tháng 5/2026).',
      on: '2026-05-31',
    },
    {
      kind: 'task',
      text: 'Công an phường chủ trì, phối hợp với Phòng Kinh tế, Hạ tầng và Đô thị kiểm tra định kỳ cơ sở thuộc diện quản lý theo phân cấp; hàng quý báo cáo kết quả về UBND phường.',
      lead: 'Công an phường',
      partners: ['Phòng Kinh tế, Hạ tầng và Đô thị'],
      every: 'quarter',
    },
    {
      kind: 'task',
      text: 'Xử lý nghiêm các hành vi lấn chiếm ngõ, hẻm, cản trở xe chữa cháy; hoàn thành việc giải tỏa tại khu phố 3 và khu phố 5 chậm nhất ngày 30/6.',
      on: '2026-06-30',
    },
    {
      kind: 'task',
      text: 'Củng cố 12 Tổ liên gia an toàn phòng cháy, chữa cháy, mỗi tổ có ít nhất 01 điểm chữa cháy công cộng.',
    },
    {
      kind: 'task',
      text: 'Ban Chỉ huy Quân sự phường cử lực lượng dân quân tham gia thực tập phương án chữa cháy tại khu dân cư trong quý II/2026.',
      lead: 'Ban Chỉ huy Quân sự phường',
      on: '2026-06-30',
    },
    {
      kind: 'task',
      text: 'Tổ chức hội thao nghiệp vụ chữa cháy giữa các khu phố nhân ngày 04/10/2026.',
      on: '2026-10-04',
    },
    {
      kind: 'task',
      text: 'Là đơn vị thường trực, tham mưu UBND phường triển khai Kế hoạch; tổng hợp kết quả, báo cáo Công an tỉnh theo quy định.',
      lead: 'Công an phường',
    },
    {
      kind: 'task',
      text: 'Mở hồ sơ quản lý từng cơ sở trên Cơ sở dữ liệu phòng cháy, chữa cháy xong trước 31/3/2026.',
      lead: 'Công an phường',
      on: '2026-03-31',
    },
    {
      kind: 'task',
      text: 'Tham mưu bố trí nguồn nước chữa cháy tại 03 hồ chứa; sửa chữa 08 trụ nước hư hỏng trong 6 tháng đầu năm.',
      lead: 'Phòng Kinh tế, Hạ tầng và Đô thị',
      on: '2026-06-30',
    },
    {
      kind: 'task',
      text: 'Vận động mỗi hộ gia đình mở lối thoát nạn thứ hai.',
      lead: 'Ban điều hành các khu phố',
    },
    {
      kind: 'task',
      text: 'Rà soát, lập danh sách nhà trọ, nhà có lồng sắt "chuồng cọp", gửi Công an phường trước ngày 20/3/2026.',
      lead: 'Ban điều hành các khu phố',
      on: '2026-03-20',
    },
    {
      kind: 'task',
      text: 'Đề nghị Ủy ban MTTQ Việt Nam phường và các đoàn thể tuyên truyền, vận động đoàn viên, hội viên thực hiện nghiêm quy định về phòng cháy, chữa cháy.',
      lead: 'Ủy ban MTTQ Việt Nam phường và các đoàn thể',
    },
  ],
}
