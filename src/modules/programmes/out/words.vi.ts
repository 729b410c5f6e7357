import type { CivilDate } from '../../../shared/civil-date.ts'
import { shortDate } from '../../../shared/format.ts'

/** Words of the papers: of the state, so in Vietnamese for every reader. */
export const words = {
  draft: 'DỰ THẢO',
  programme: {
    intro: (title: string) => `Mục tiêu, nhiệm vụ, giải pháp của “${title}” như sau.`,
    sections: { objective: 'MỤC TIÊU', target: 'CHỈ TIÊU', task: 'NHIỆM VỤ', measure: 'GIẢI PHÁP' },
    carrying: 'TỔ CHỨC THỰC HIỆN',
    carryingWords:
      'Các cơ quan được phân công tại Phụ lục tổ chức thực hiện, báo cáo tiến độ theo thời hạn; vướng mắc thì phản ánh để được xem xét.',
  },
  appendix: {
    title: 'Phân công nhiệm vụ',
    sheet: 'Phân công',
    heads: ['STT', 'Nội dung', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời hạn', 'Sản phẩm, chỉ tiêu'],
  },
  progress: {
    title: 'Tiến độ thực hiện',
    sheet: 'Tiến độ',
    heads: [
      'STT',
      'Mã',
      'Nội dung',
      'Cơ quan chủ trì',
      'Thời hạn',
      'Trạng thái',
      'Ngày hoàn thành',
      'Đạt được',
      'Minh chứng',
      'Dân: đã làm',
      'Dân: một phần',
      'Dân: chưa làm',
    ],
  },
  report: {
    subject: (title: string, period: string) => `Tiến độ thực hiện “${title}” ${period}`,
    period: (from: CivilDate, to: CivilDate) => `từ ngày ${shortDate(from)} đến ngày ${shortDate(to)}`,
    quarter: (n: string, year: string) => `quý ${n} năm ${year}`,
    half: (isFirst: boolean, year: string) => `6 tháng ${isFirst ? 'đầu' : 'cuối'} năm ${year}`,
    year: (year: string) => `năm ${year}`,
    general: 'KẾT QUẢ CHUNG',
    done: 'VIỆC HOÀN THÀNH TRONG KỲ',
    late: 'VIỆC QUÁ HẠN',
    open: 'VIỆC ĐẾN HẠN TRONG KỲ, CHƯA HOÀN THÀNH',
    people: 'Ý KIẾN CỦA NHÂN DÂN',
    none: 'Không có.',
    asOf: (day: CivilDate) => `Số liệu chung và việc quá hạn tính đến ngày ${shortDate(day)}, không kể mục tiêu.`,
    counts: (c: { all: number; done: number; reported: number; open: number; late: number; cancelled: number }) => [
      `Tổng số việc: ${c.all}`,
      `Đã hoàn thành: ${c.done}`,
      `Đã báo hoàn thành, chờ xác nhận: ${c.reported}`,
      `Đang thực hiện hoặc chưa bắt đầu: ${c.open}`,
      `Quá hạn (kể cả chờ xác nhận): ${c.late}`,
      `Đã dừng: ${c.cancelled}`,
    ],
    item: (title: string, lead: string, day: string) => [title, lead, day].filter(Boolean).join(' – '),
    said: (done: number, partly: number, not: number) => `Nhân dân nhận xét: đã làm ${done}, làm một phần ${partly}, chưa làm ${not} lượt.`,
    noneSaid: 'Chưa có nhận xét.',
  },
  status: {
    draft: 'Dự thảo',
    planned: 'Chưa bắt đầu',
    inProgress: 'Đang thực hiện',
    reported: 'Đã báo hoàn thành',
    done: 'Hoàn thành',
    cancelled: 'Đã dừng',
  },
  every: { month: 'Hằng tháng', quarter: 'Hằng quý', 'half-year': '6 tháng một lần', year: 'Hằng năm', always: 'Thường xuyên' },
  signer: { onBehalf: 'TM. ỦY BAN NHÂN DÂN', chairman: 'CHỦ TỊCH', head: 'THỦ TRƯỞNG CƠ QUAN' },
  recipients: (authority: string) => [authority, 'Các cơ quan được phân công', 'Lưu: VT'],
  UBND: 'UBND',
  facts: ({ lead, due, product }: { lead: string; due: string; product: string }) => [
    ...(lead ? [`Cơ quan chủ trì: ${lead}`] : []),
    ...(due ? [`Thời hạn: ${due}`] : []),
    ...(product ? [`Sản phẩm, chỉ tiêu: ${product}`] : []),
  ],
}
