import type { TaskStatus } from '../task.ts'
import type { ReportEvery, ReportStatus } from './report.ts'
import type { ReportAct } from './report-lifecycle.ts'

/** `2026-Q3` → "Quý III/2026". */
function periodName(name: string): string {
  const [year, part] = name.split('-') as [string, string | undefined]
  if (!part) return `Năm ${year}`
  if (part.startsWith('Q')) return `Quý ${['I', 'II', 'III', 'IV'][Number(part.slice(1)) - 1]}/${year}`
  return part.startsWith('H') ? `6 tháng ${part === 'H1' ? 'đầu' : 'cuối'} năm ${year}` : `Tháng ${Number(part.slice(1))}/${year}`
}

export const vi = {
  periodName,
  status: { requested: 'Chưa gửi', submitted: 'Đã gửi', accepted: 'Đã tiếp nhận' } satisfies Record<ReportStatus, string>,
  every: { quarter: 'Hằng quý', 'half-year': '6 tháng', year: 'Hằng năm' } satisfies Record<ReportEvery, string>,
  act: {
    write: 'Ghi phần lời báo cáo',
    submit: 'Gửi báo cáo',
    accept: 'Tiếp nhận',
    return: 'Trả lại',
  } satisfies Record<ReportAct, string>,
  fields: {
    period: 'Kỳ báo cáo',
    dueOn: 'Hạn gửi',
    unitIds: 'Cơ quan',
    result: 'Kết quả thực hiện',
    obstacles: 'Khó khăn, vướng mắc',
    proposals: 'Kiến nghị, đề xuất',
    reason: 'Lý do trả lại',
  } as Record<string, string>,
  errors: {
    nobody_to_ask: 'Chưa yêu cầu thêm báo cáo nào: các cơ quan đã được yêu cầu cho kỳ này, hoặc chưa cơ quan nào ban hành chương trình.',
    own_agency_report: 'Bạn là người gửi báo cáo này nên không tự tiếp nhận được.',
  },
  plan: {
    title: 'Báo cáo định kỳ',
    officeTitle: 'Thu báo cáo định kỳ',
    lead: 'Mỗi cơ quan một báo cáo cho mỗi kỳ. Số liệu lấy từ các việc của chương trình, không nhập tay.',
    back: 'Chương trình, kế hoạch',
    request: 'Yêu cầu báo cáo',
    requestHint: 'Mỗi cơ quan đã ban hành chương trình nhận một báo cáo để điền. Cơ quan đã được yêu cầu cho kỳ này thì không nhận thêm.',
    unitsHint: 'Bỏ trống tất cả: yêu cầu mọi cơ quan đã ban hành chương trình.',
    noAgencies: 'Chưa cơ quan nào ban hành chương trình dưới kế hoạch này nên chưa thể yêu cầu báo cáo.',
    none: 'Chưa yêu cầu báo cáo nào.',
    periods: 'Kỳ báo cáo',
    head: { unit: 'Cơ quan', report: 'Báo cáo', due: 'Hạn gửi', status: 'Tình trạng', submitted: 'Ngày gửi' },
    late: (days: number) => `chậm ${days} ngày`,
    summary: (all: number, missing: number, late: number) =>
      `${all} báo cáo được yêu cầu; ${missing} chưa gửi, trong đó ${late} đã quá hạn.`,
    asked: 'Đã gửi yêu cầu báo cáo tới các cơ quan.',
    publicLead: 'Báo cáo mà kế hoạch này yêu cầu các cơ quan gửi: ai đã gửi, ai chưa, chậm bao nhiêu ngày.',
  },
  one: {
    title: (period: string, unit: string) => `Báo cáo ${period}: ${unit}`,
    done: 'Đã ghi.',
    facts: 'Về báo cáo này',
    paper: 'Tải báo cáo (.docx)',
    plan: 'Kế hoạch',
    programme: 'Chương trình',
    period: 'Kỳ',
    days: 'Từ ngày – đến ngày',
    figures: 'Số liệu',
    asOf: (day: string) => `Số liệu đến ngày ${day}, lấy từ các việc của chương trình.`,
    snapped: (day: string) => `Số liệu như ngày gửi, ${day}; việc thay đổi sau đó không làm đổi báo cáo.`,
    figureHead: ['Chỉ số', 'Số việc'],
    total: 'Tổng số việc',
    late: 'Trong đó quá hạn',
    withEvidence: 'Có bằng chứng',
    saying: 'Nhận xét của nhân dân: xong / xong một phần / chưa xong',
    items: 'Từng việc',
    itemHead: {
      code: 'Việc',
      status: 'Tình trạng',
      due: 'Hạn',
      indicator: 'Chỉ tiêu',
      evidence: 'Bằng chứng',
      saying: 'Nhân dân nhận xét',
    },
    noItems: 'Chương trình chưa có việc nào.',
    isLate: 'quá hạn',
    words: 'Lời báo cáo',
    noWords: 'Cơ quan chưa ghi.',
    acts: 'Việc có thể làm',
    noActs: 'Lúc này bạn không có việc gì để làm ở đây.',
    own: 'Bạn là người gửi nên người khác tiếp nhận.',
    submitHint: 'Số liệu được chụp lại lúc gửi. Gửi rồi thì chỉ sửa được khi bị trả lại.',
    history: 'Diễn biến',
  },
  taskStatus: {
    draft: 'Dự thảo',
    planned: 'Chưa bắt đầu',
    inProgress: 'Đang làm',
    reported: 'Báo đã xong',
    done: 'Đã xong',
    cancelled: 'Đã dừng',
  } satisfies Record<TaskStatus, string>,
  event: {
    'programme.reportsRequested': 'Yêu cầu các cơ quan báo cáo định kỳ',
    'report.requested': 'Yêu cầu báo cáo',
    'report.written': 'Ghi lời báo cáo',
    'report.submitted': 'Gửi báo cáo',
    'report.returned': 'Trả lại báo cáo',
    'report.accepted': 'Tiếp nhận báo cáo',
  } as Record<string, string>,
  role: {
    writer: 'Cán bộ của cơ quan',
    head: 'Trưởng cơ quan',
    chairman: 'Chủ tịch',
    editor: 'Biên tập viên',
    clock: 'Hệ thống',
  } as Record<string, string>,
}
