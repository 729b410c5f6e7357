import type { CivilDate } from '../../shared/civil-date.ts'
import { shortDate, weekdayName } from '../../shared/format.ts'
import type { CalendarDay } from './calendar.ts'
import type { Step } from './explain.ts'
import type { ClockText } from './text.ts'

const on = (value: unknown) => shortDate(String(value) as CivilDate)

const holidays: ClockText['holidays'] = {
  newYear: 'Tết Dương lịch',
  lunarNewYear: 'Tết Nguyên đán',
  hungKings: 'Giỗ Tổ Hùng Vương',
  victory: 'Ngày Chiến thắng',
  labour: 'Quốc tế Lao động',
  national: 'Quốc khánh',
  culture: 'Ngày Văn hóa Việt Nam',
  swap: 'Hoán đổi ngày làm việc',
  other: 'Ngày được đánh dấu',
}

const dayName = (day: CalendarDay) =>
  day.name ?? (day.kind === 'compensatory' ? `${holidays[day.holiday]} (nghỉ bù)` : holidays[day.holiday])

/** `Chủ nhật, ngày nghỉ hằng tuần` or the holiday's name. */
const offName = (step: Step) => (step.day ? `${dayName(step.day)}` : `${weekdayName('vi', step.date)}, ngày nghỉ hằng tuần`)

const because: Record<Step['code'], (step: Step) => string> = {
  firstDay: () => 'Ngày bắt đầu không tính vào thời hạn (BLDS Đ147)',
  running: () => 'Tính một ngày',
  runningOff: (step) => `${offName(step)}: ngày nghỉ nằm trong thời hạn vẫn tính`,
  working: () => 'Ngày làm việc, tính',
  workedWeekend: (step) => `${step.day ? dayName(step.day) : weekdayName('vi', step.date)}: ngày nghỉ hằng tuần nhưng đi làm, tính`,
  off: (step) => `${offName(step)}: không tính`,
  lastDay: () => 'Ngày cuối cùng của thời hạn',
  lastDayOff: (step) =>
    `${offName(step)}: ngày cuối cùng là ngày nghỉ nên thời hạn kết thúc vào ngày làm việc tiếp theo (BLDS Đ148 khoản 5)`,
  movedTo: () => 'Ngày làm việc tiếp theo: thời hạn kết thúc vào cuối ngày này',
  suspended: () => 'Tạm đình chỉ, không tính',
  resumedDay: () => 'Ngày tiếp tục giải quyết, không tính; số ngày còn lại tính từ ngày kế tiếp',
  latestDay: () => 'Ngày muộn nhất phải thực hiện xong',
}

const stages: Record<string, string> = {
  initialResult: 'Thông báo kết quả xử lý ban đầu',
  acceptance: 'Thụ lý',
  resolution: 'Giải quyết, trả lời',
  promise: 'Thực hiện lời hứa',
}

const variants: Record<string, string> = {
  complex: 'vụ việc phức tạp',
  remote: 'vùng sâu, vùng xa, đi lại khó khăn',
  multipleLocationsOrDelegatedVerification: 'xác minh ở nhiều nơi hoặc ủy quyền xác minh',
  simpleAvailable: 'thông tin đơn giản, có sẵn',
  ministerDecision: 'quyết định của Bộ trưởng',
  shortenedProcedure: 'thủ tục rút gọn',
  viaProcessorOrThirdParty: 'qua bên xử lý hoặc bên thứ ba',
}

const startEvents: Record<string, string> = {
  received: 'Tiếp nhận',
  accepted: 'Thụ lý',
  answered: 'Trả lời',
  promised: 'Hứa thực hiện',
  reopened: 'Mở lại',
}

const sure: Record<string, string> = {
  V: 'Đã đọc trong văn bản',
  'V-pre2026': 'Đã đọc trong văn bản hợp nhất trước Luật 136/2025/QH15; cần đối chiếu lại',
  'V-superseded': 'Đã đọc trong văn bản nay đã được thay thế; cần đối chiếu lại',
  'V-absence': 'Đã đọc: văn bản không quy định số ngày',
  V2: 'Đọc qua nguồn thứ cấp; cần đối chiếu với văn bản gốc',
  K: 'Theo hiểu biết chung; chưa đối chiếu với văn bản',
  U: 'Chưa rõ; phải do cơ quan cấu hình',
  computed: 'Tính từ luật và âm lịch; chưa có thông báo',
  local: 'Do cơ quan tự đặt',
  promise: 'Do cơ quan hứa',
}

export const vi: ClockText = {
  errors: {
    unknown_rule: (d) => `Không có quy định nào mang mã “${String(d.rule)}”.`,
    rule_not_in_force: (d) =>
      `Quy định “${String(d.rule)}” không có hiệu lực vào ngày ${on(d.on)}${d.from ? ` (có hiệu lực từ ${on(d.from)}${d.to ? ` đến ${on(d.to)}` : ''})` : ''}.`,
    rule_without_number: (d) => `Pháp luật không quy định số ngày cho “${String(d.rule)}”; cơ quan có thể đặt mục tiêu của địa phương.`,
    rule_not_a_due_date: (d) => `“${String(d.rule)}” là tần suất, định kỳ hoặc số giờ, không tính ra một ngày đến hạn.`,
    unknown_variant: (d) => `Quy định “${String(d.rule)}” không có trường hợp “${String(d.variant)}”.`,
    wrong_date: () => 'Ngày phải có thật và viết dạng năm-tháng-ngày, ví dụ 2026-02-10.',
    date_out_of_range: () => 'Lịch chỉ có từ ngày 01/01/2000 đến ngày 31/12/2199.',
    malformed_line: () => 'Dòng này không phải JSON dạng {"rule","from","variant"?}.',
    line_too_long: () => 'Dòng này quá dài.',
    suspended_before_start: (d) => `Không thể tạm đình chỉ trước khi thời hạn bắt đầu (${on(d.start)}).`,
    resumed_before_suspension: (d) => `Không thể tiếp tục trước ngày tạm đình chỉ (${on(d.suspendedOn)}).`,
    clock_running: () => 'Thời hạn này đang chạy rồi.',
    clock_suspended: () => 'Thời hạn đang tạm dừng; cần tiếp tục giải quyết trước.',
    clock_not_suspended: () => 'Thời hạn không ở trạng thái tạm dừng.',
    clock_not_open: () => 'Vụ việc không có thời hạn nào đang mở ở bước này.',
    clock_not_local: () => 'Thời hạn do luật định không thể gia hạn bằng cách này.',
    clock_not_complex: (d) => `Quy định “${String(d.rule)}” không có thời hạn riêng cho vụ việc phức tạp.`,
    already_complex: () => 'Vụ việc đã được xác định là phức tạp.',
    wrong_criteria: () => 'Hãy chọn ít nhất một trong bảy tiêu chí của vụ việc phức tạp.',
    due_not_later: (d) => `Ngày mới phải sau ngày đến hạn hiện tại (${on(d.dueOn)}).`,
    rule_has_number: (d) => `Pháp luật đã quy định số ngày cho “${String(d.rule)}”; không đặt mục tiêu của địa phương thay cho luật.`,
    year_already_decided: (d) => `Lịch năm ${String(d.year)} đã được xác nhận.`,
    nothing_to_change: () => 'Hãy ghi ít nhất một ngày cần thay đổi, hoặc xác nhận lịch của năm.',
  },
  units: { calendarDay: 'ngày', workingDay: 'ngày làm việc', month: 'tháng' },
  limit: ({ value, unit }) => `${value} ${vi.units[unit]}`,
  ruleName: (rule) => rule.stepVi,
  clockStart: (rule) => rule.clockStartVi ?? '',
  holidays,
  dayKinds: {
    statutory: 'Ngày lễ, tết',
    compensatory: 'Nghỉ bù',
    swap: 'Hoán đổi',
    provisional: 'Dự kiến',
    workday: 'Đi làm',
  },
  dayName,
  because: (step) => because[step.code](step),
  counted: { yes: 'Tính', no: 'Không tính' },
  provisional: 'tạm tính',
  provisionalLong: 'Tạm tính: lịch nghỉ của năm này chưa có thông báo chính thức, được tính từ luật; ngày đến hạn có thể thay đổi.',
  sure: (mark) => sure[mark] ?? mark,
  states: { running: 'Đang chạy', suspended: 'Tạm dừng', met: 'Đã thực hiện', stopped: 'Đã kết thúc' },
  stages: (stage) => stages[stage] ?? stage,
  local: 'mục tiêu của địa phương',
  criteria: [
    'Một nội dung nhưng phải xác minh tại từ hai địa điểm trở lên',
    'Có từ hai nội dung trở lên phải xác minh',
    'Nhiều người cùng khiếu nại một nội dung, hoặc liên quan đến quyền lợi của nhiều người',
    'Có yếu tố nước ngoài',
    'Liên quan đến trách nhiệm quản lý của nhiều cơ quan',
    'Các cơ quan liên quan còn có ý kiến khác nhau',
    'Chứng cứ mâu thuẫn, cần thời gian hoặc cần ý kiến chuyên môn',
  ],
  variants: (variant) =>
    variant
      .split('+')
      .map((word) => variants[word] ?? word)
      .join('; '),
  fields: {
    rule: 'Quy định',
    from: 'Ngày bắt đầu',
    variant: 'Trường hợp',
    year: 'Năm',
    date: 'Ngày',
    kind: 'Ngày này',
    name: 'Tên, lý do',
    noticeNumber: 'Số thông báo',
    noticeOn: 'Ngày thông báo',
    value: 'Số ngày hoặc tháng',
    unit: 'Đơn vị',
    validFrom: 'Áp dụng từ',
    documentNumber: 'Số văn bản',
    note: 'Ghi chú',
  },
  admin: { office: 'Làm việc', title: 'Quản trị', saved: 'Đã lưu.' },
  explanation: {
    calendarChanged: 'Lịch nghỉ đã thay đổi sau khi thời hạn này kết thúc, nên bảng dưới đây có thể không khớp với ngày đến hạn đã ghi.',
    fixedNote: 'Ngày này do cơ quan ấn định, không tính theo số ngày.',
    title: 'Vì sao đến hạn vào ngày này?',
    rule: 'Quy định',
    article: 'Điều khoản',
    version: 'Bản đang áp dụng',
    versionDates: (from, to) => (from ? `có hiệu lực từ ${on(from)}${to ? ` đến ${on(to)}` : ''}` : 'không ghi ngày hiệu lực'),
    limit: 'Thời hạn',
    variant: 'Trường hợp',
    event: 'Sự kiện bắt đầu',
    startedOn: 'Ngày bắt đầu',
    dueOn: 'Ngày đến hạn',
    latestOn: 'Ngày muộn nhất',
    originalDueOn: 'Ngày đến hạn ban đầu',
    metOn: 'Đã thực hiện ngày',
    state: 'Trạng thái',
    late: 'trễ hạn',
    sure: 'Mức chắc chắn',
    sources: 'Nguồn',
    localNote: 'Đây là mục tiêu của địa phương, do cơ quan tự đặt; pháp luật không quy định số ngày cho việc này.',
    remaining: (days) => `Thời hạn đang tạm dừng, còn ${days} ngày; phần còn lại sẽ tính từ ngày tiếp tục giải quyết.`,
    calendarNote: 'Ngày lễ, tết trong thời hạn vẫn tính; chỉ ngày cuối cùng rơi vào ngày nghỉ mới chuyển sang ngày làm việc tiếp theo.',
    backNote:
      'Tính ngược từ ngày diễn ra. Luật không nói đến trường hợp ngày muộn nhất là ngày nghỉ, nên ngày này được giữ nguyên; cơ quan nên làm sớm hơn.',
    skippedTitle: 'Các ngày không tính',
    nothingSkipped: 'Không có ngày nào bị bỏ qua.',
    allDaysTitle: 'Từng ngày một',
    pausesTitle: 'Tạm đình chỉ',
    noPauses: 'Thời hạn chưa từng tạm dừng.',
    pauseFrom: 'Từ ngày',
    pauseTo: 'Tiếp tục ngày',
    stillPaused: 'chưa tiếp tục',
    historyTitle: 'Những gì đã xảy ra với thời hạn này',
    happened: 'Việc',
    by: 'Người thực hiện',
    history: {
      started: 'Bắt đầu tính',
      suspended: 'Tạm dừng',
      resumed: 'Tiếp tục',
      extended: 'Gia hạn',
      recomputed: 'Tính lại vì lịch nghỉ thay đổi',
      met: 'Đã thực hiện',
      stopped: 'Kết thúc',
    },
    ground: 'Căn cứ',
    dueMoved: (from, to) => `${shortDate(from)} → ${shortDate(to)}`,
    day: 'Ngày',
    countedColumn: 'Tính?',
    because: 'Vì sao',
    startEvents: (event) => startEvents[event] ?? event,
    grounds: (ground) =>
      ({
        complex: 'Xác định bằng văn bản là vụ việc phức tạp',
        localExtension: 'Gia hạn mục tiêu của địa phương',
        calendar: 'Lịch nghỉ thay đổi',
      })[ground] ?? ground,
  },
  tryPage: {
    title: 'Tính ngày đến hạn',
    lead: 'Chọn một quy định và ngày bắt đầu để biết ngày đến hạn và vì sao.',
    ruleLabel: 'Quy định',
    fromLabel: 'Ngày bắt đầu',
    fromHint: 'Ví dụ: 2026-02-10',
    variantLabel: 'Trường hợp',
    variantNone: 'Thông thường',
    submit: 'Tính',
  },
  calendarPage: {
    title: (year) => `Lịch làm việc năm ${year}`,
    lead: 'Tuần làm việc từ thứ hai đến thứ sáu. Bảng dưới đây là những ngày khác thường: nghỉ lễ, nghỉ bù, hoán đổi. Mỗi thay đổi phải ghi số thông báo; các thời hạn đang chạy sẽ được tính lại.',
    decided: 'Lịch năm này đã có thông báo.',
    undecided: 'Lịch năm này là tạm tính: chưa có thông báo chính thức.',
    notices: 'Thông báo',
    previousYear: (year) => `Năm ${year}`,
    nextYear: (year) => `Năm ${year}`,
    dateColumn: 'Ngày',
    nameColumn: 'Tên',
    kindColumn: 'Loại',
    noticeColumn: 'Thông báo',
    sureColumn: 'Mức chắc chắn',
    worked: 'đi làm',
    off: 'nghỉ',
    removeButton: 'Trở lại bình thường',
    addTitle: 'Thay đổi một ngày',
    dateLabel: 'Ngày (năm-tháng-ngày)',
    kindLabel: 'Ngày này',
    kindOff: 'Nghỉ',
    kindWorked: 'Đi làm',
    nameLabel: 'Tên, lý do ngắn gọn',
    noticeNumberLabel: 'Số thông báo',
    noticeOnLabel: 'Ngày thông báo',
    addButton: 'Ghi vào lịch',
    confirmTitle: (year) => `Xác nhận lịch năm ${year}`,
    confirmLead:
      'Khi đã có thông báo chính thức và bảng trên đúng với thông báo, hãy xác nhận để các ngày đến hạn của năm này thôi mang dấu “tạm tính”.',
    confirmButton: 'Xác nhận lịch cả năm',
    recompute: 'Các thời hạn đang chạy được tính lại sau khi lưu.',
    none: 'Năm này không có ngày nào khác thường.',
    moved: (count) => (count === 0 ? 'Đã lưu. Không thời hạn nào thay đổi.' : `Đã lưu. ${count} thời hạn có ngày đến hạn mới.`),
  },
  targetsPage: {
    title: 'Mục tiêu của địa phương',
    lead: 'Với những việc mà pháp luật không quy định số ngày, cơ quan tự đặt mục tiêu. Mục tiêu luôn mang nhãn “mục tiêu của địa phương”, không bao giờ được gọi là thời hạn luật định. Mục tiêu mới chỉ áp dụng cho thời hạn bắt đầu từ ngày có hiệu lực.',
    currentTitle: 'Các mục tiêu đã đặt',
    none: 'Chưa đặt mục tiêu nào; các việc này chưa có ngày đến hạn.',
    ruleColumn: 'Việc',
    targetColumn: 'Mục tiêu của địa phương',
    fromColumn: 'Áp dụng từ',
    documentColumn: 'Văn bản',
    noteColumn: 'Ghi chú',
    setTitle: 'Đặt mục tiêu của địa phương',
    ruleLabel: 'Việc',
    valueLabel: 'Số ngày hoặc tháng (1 đến 365)',
    unitLabel: 'Đơn vị',
    validFromLabel: 'Áp dụng từ (năm-tháng-ngày)',
    documentLabel: 'Số văn bản đặt mục tiêu',
    noteLabel: 'Ghi chú (không bắt buộc)',
    submit: 'Đặt mục tiêu của địa phương',
  },
  command: {
    usage: `Tính một ngày đến hạn và giải thích vì sao.

  congdan deadline --rule MÃ --from NĂM-THÁNG-NGÀY [--variant TRƯỜNG-HỢP] [--json] [--lang vi|en]
  congdan deadline --batch     đọc từng dòng JSON {"rule","from","variant"?}, trả từng dòng {"dueOn"} hoặc {"error"}

Ví dụ: congdan deadline --rule complaint.resolve_first --from 2026-02-10 --variant complex`,
    dueOn: (date) => `Đến hạn: hết ${date}`,
    latestOn: (date) => `Muộn nhất: ${date}`,
    limit: (limit, start) => `Thời hạn: ${limit}${start ? `, kể từ ${start}` : ''}`,
    backLimit: (limit, start) => `Thời hạn: ít nhất ${limit} ${start}`,
    basis: (basis) => `Điều khoản: ${basis}`,
    version: (id, dates) => `Bản đang áp dụng: ${id}, ${dates}`,
    variant: (variant) => `Trường hợp: ${variant}`,
    sure: (words) => `Mức chắc chắn: ${words}`,
    source: (source) => `Nguồn: ${source}`,
    eachDay: 'Từng ngày:',
    wrongUse: (detail) => `Sai cách dùng: ${detail}`,
  },
}
