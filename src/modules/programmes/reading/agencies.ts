import { withinReach } from './within-reach.ts'

/** Words that the name of an agency begins with. */
const PREFIX =
  '(?:[Cc]ác\\s+)?(?:Phòng(?!\\s*(?:,|chống|ngừa|cháy))|Ban(?!\\s+hành)|Văn phòng|VP|UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Công an|Sở(?!\\s+hữu)|sở(?!\\s+hữu)|Trung tâm|Thanh tra|Đội(?!\\s+ngũ)|Chi cục|Cục|Hội(?!\\s+(?:nghị|thảo|thi|đàm|họp|trường))|Đoàn(?!\\s+kết)|Mặt trận|MTTQ|UBMTTQ|Liên đoàn|LĐLĐ|Hạt|Kho bạc|Bảo hiểm|BHXH|Đài|Báo(?!\\s+cáo)|Trường(?!\\s+hợp)|Trạm|Bệnh viện|Tòa án|Toà án|Viện|Tổ(?!\\s+chức)|Chi nhánh|Ngân hàng|Bưu điện|Điện lực|Công ty|Tổng công ty|Tập đoàn|Học viện|Thư viện|Nhà văn hóa|Câu lạc bộ|Hợp tác xã|Thường trực|Đảng ủy|Thị ủy|Huyện ủy|Tỉnh ủy|Bộ(?!\\s+(?:phận|máy))|Ủy viên|Chủ tịch|Phó Chủ tịch|Thủ trưởng|Người đứng đầu|Công chức|Cán bộ|Chi bộ|Khu phố|Thôn|Bộ phận|Chánh Văn phòng|Trưởng|Giám đốc|Bí thư|Hiệu trưởng|phòng|ban|cơ quan|chi bộ|khu phố|thôn|ấp|bộ phận|công chức|cán bộ|đơn vị|ngành|địa phương|xã|phường|thị trấn|hội|đoàn thể|tổ chức chính trị|trường|thủ trưởng|chủ đầu tư|doanh nghiệp|nhà thầu|hợp tác xã|tổ|trạm)(?![\\p{L}\\p{M}])'

const begins = new RegExp(`^(?:${PREFIX})`, 'u')

/** Verbs, in small letters, after which the name of an agency is over. */
const VERBS =
  '(?<!việc\\s)làm|đối chiếu|(?<!Đài\\s)phát thanh|phát sóng|tổ chức thực hiện|chịu trách nhiệm|trong quá trình|có trách nhiệm|tiếp công dân|tạo điều kiện|tuyên truyền|thường xuyên|làm đầu mối|khẩn trương|triển khai|quán triệt|tăng cường|giải quyết|quyết định|nghiêm túc|biểu dương|là cơ quan|hoàn thành|nghiên cứu|lấy ý kiến|trong việc|chuyển đổi(?!\\s+số)|hoàn thiện|nghiệm thu|thanh toán|quyết toán|chấn chỉnh|hướng dẫn|thực hiện|thẩm định|phát động|tiếp nhận|công khai|kiểm soát|khai thác|điều hành|phân công|là đơn vị|thanh tra|bồi dưỡng|biên soạn|tập trung|lồng ghép|phát hành|thành lập|kiện toàn|khởi công|giải ngân|phê duyệt|thông báo|công nhận|ngăn chặn|nhân rộng|khắc phục|đối thoại|lắng nghe|chấp hành|phối hợp|tham mưu|(?<!đầu tư\\s)xây dựng|kiểm tra|theo dõi|tổng hợp|ban hành|đẩy mạnh|giám sát|vận động|đăng tải|chuẩn bị|vận hành|sửa chữa|cung cấp|đánh giá|tích cực|kịp thời|tuần tra|thu thập|huy động|tập huấn|nâng cao|chủ động|phát huy|cập nhật|niêm yết|khảo sát|cấp phát|phổ biến|tiếp tục|nâng cấp|bàn giao|kiểm đếm|tổng kết|tham gia|rút ngắn|cắt giảm|chủ trì|tổ chức|đôn đốc|báo cáo|rà soát|chỉ đạo|cân đối|lắp đặt|quản lý|xem xét|sắp xếp|trả lời|phân bổ|đào tạo|đề xuất|bảo đảm|đảm bảo|duy trì|đưa tin|định kỳ|công bố|cải tạo|củng cố|kêu gọi|thu hút|cắm mốc|xử phạt|đề nghị|yêu cầu|thu gom|cho vay|bố trí|hỗ trợ|căn cứ|ký kết|đo đạc|sơ kết|trình|xử lý|in ấn|trước|trồng(?!\\s+trọt)|tiếp|giúp|phải|được|nhằm|theo|tặng|trao|thăm|lập|cấp|cần|gửi|nộp|vào|xóa|nắm|mở|cử|để'

/**
 * A name that has come to its level is over, whatever verb follows in small letters: "Trạm Y tế xã | lấy mẫu". Not so "Chính sách xã hội",
 * "thôn văn hóa", nor where it says which: "UBND các xã có dự án".
 */
const LEVEL =
  /(?<=\s(?:xã|phường|thị trấn|tỉnh|thành phố|huyện|thôn|ấp|khu phố|tổ dân phố))(?<!\s(?:cấp|các|và|của) (?:xã|phường|thôn|ấp|khu phố))\s+(?!(?:hội|đội|văn hóa|có|nơi|trên|thuộc|nằm|và|trực thuộc|liên quan|trọng điểm|biên giới|các)(?![\p{L}\p{M}]))(?=\p{Ll})/u

const endsName = new RegExp(`\\s+(?<!các\\s)(?:${VERBS})(?![\\p{L}\\p{M}])`, 'u')

/** True where words begin as an agency's name does. */
export function isAgency(words: string): boolean {
  return begins.test(words.trim())
}

/** Agencies of a list: a comma or "và" parts two only where the next name begins; "Phòng Lao động, Thương binh và Xã hội" stays whole. */
export function agenciesOf(list: string): string[] {
  const parts = list
    .replace(/\s*\n\s*/g, '; ')
    .replace(/\s+/g, ' ')
    .trim()
    .split(/\s*[;\n]\s*|(,\s*|\s+và\s+)/u)
  const names: string[] = []
  let joiner: string | null = null
  let opensNew = true
  for (const part of parts) {
    if (part === undefined) {
      opensNew = true
      joiner = null
      continue
    }
    if (/^(?:,\s*|\s+và\s+)$/u.test(part)) {
      joiner = part
      continue
    }
    const words = part.trim()
    if (words === '') continue
    if (names.length === 0 || opensNew || (beginsName(words) && !isTailOf(names.at(-1)!, joiner, words))) names.push(words)
    else names[names.length - 1] += `${joiner === null ? ', ' : joiner}${words}`
    opensNew = false
    joiner = null
  }
  return names.map(tidy).filter((name) => name.length > 1)
}

/** In small letters only "các …" begins a name: "UBND các phường, xã" goes on. */
function beginsName(words: string): boolean {
  return begins.test(words) && /^(?:\p{Lu}|các\s)/u.test(words)
}

/** "Văn phòng HĐND và UBND thị xã" is one name. */
function isTailOf(name: string, joiner: string | null, words: string): boolean {
  return /(?:HĐND|Hội đồng nhân dân)$/u.test(name) && /^(?:UBND|Ủy ban nhân dân)/u.test(words) && joiner?.includes('và') === true
}

function tidy(name: string): string {
  return name
    .replace(/^(?:với|cùng|là|:|-|–|và)\s+/u, '')
    .replace(/[\s.,:;)]+$/u, (end) => (end.includes(')') && name.includes('(') ? ')' : ''))
    .trim()
}

/** The beginning of these words up to where the names are over. */
export function upToVerb(words: string): string {
  const stop = /[.:;()]|\s[-–]\s(?=\p{Ll})(?!xã hội|nghề nghiệp|kỹ thuật|hành chính|thể thao)/u.exec(words)
  const head = stop ? words.slice(0, stop.index) : words
  // "Ban quản lý dự án", "Tổ tuần tra": a verb right after the first word belongs to the name.
  const from = /^(?:[Cc]ác\s+)?(?:Ban|Tổ|Đội|Đoàn|Hội đồng|Trung tâm|Văn phòng|Trưởng ban)\s+\p{Ll}+\s+\p{Ll}+/u.exec(head)?.[0].length ?? 0
  const ends = [endsName, LEVEL].flatMap((form) => form.exec(head.slice(from))?.index ?? [])
  return head.slice(0, ends.length > 0 ? from + Math.min(...ends) : undefined).trim()
}

export interface Named {
  lead: string | null
  partners: string[]
}

/** Who leads and who helps, as one sentence says it. */
export function agenciesIn(sentence: string): Named {
  const words = withinReach(sentence.replace(/\s+/g, ' ').trim())
  return { lead: leadIn(words), partners: partnersIn(words) }
}

/** "Phòng Nội vụ, Phòng Tư pháp chủ trì": names of at most two hundred letters. */
const LEADS = new RegExp(
  `(?:^|[.;:,(]\\s*|\\bdo\\s+)((?:${PREFIX})[^.;()]{0,200}?)\\s+(?:chủ trì|làm đầu mối|chịu trách nhiệm chính|là cơ quan (?:chủ trì|thường trực)|(?:tham mưu|thực hiện|phụ trách)(?=\\s*[;)]))`,
  'u',
)

function leadIn(words: string): string | null {
  const labelled =
    /(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(?:chủ trì|chịu trách nhiệm chính|thực hiện)(?:\s+(?:thực hiện|tham mưu))?\s*:\s*([^.;)]+)/iu.exec(
      words,
    )
  if (labelled && isAgency(labelled[1]!)) return agenciesOf(cutPartners(labelled[1]!))[0] ?? null
  const given = /(?:^|[.;(]\s*|\s)(?:Giao|giao|Đề nghị|đề nghị|Yêu cầu|yêu cầu|Phân công|phân công)(?:\s+cho)?\s+(.+)$/u.exec(words)
  if (given && isAgency(given[1]!)) return agencyGroup(upToVerb(given[1]!))
  const leads = LEADS.exec(words)
  if (leads) return agenciesOf(leads[1]!).at(-1) ?? null
  const by = /(?:^|\s|\()do\s+(.{1,200}?)\s+(?:chủ trì|thực hiện|tham mưu|phụ trách)/u.exec(words)
  if (by && isAgency(by[1]!)) return agenciesOf(by[1]!)[0] ?? null
  // "Hằng quý, Công an xã báo cáo…": when, and then who.
  return subjectOf(words.replace(/^(?:Định kỳ|Hằng|Hàng|Mỗi|Trước|Chậm nhất|Trong)\s[^,]{1,60},\s*/u, ''))
}

/** "UBND các xã, phường xây dựng kế hoạch…": who the sentence is about. */
function subjectOf(words: string): string | null {
  if (!/^(?:\p{Lu}|các\s)/u.test(words) || !isAgency(words)) return null
  const name = upToVerb(words)
  // "Các doanh nghiệp được hỗ trợ…": to whom it is done, not who does it.
  if (/^\s+(?:không\s+)?(?:được|bị)\s/u.test(words.slice(name.length))) return null
  if (name === words.replace(/[.:;]$/u, '') || name.length > 120) return null
  return agencyGroup(name)
}

/** Several agencies that share a duty are one lead, as the plan names them. */
function agencyGroup(name: string): string | null {
  return tidy(name) || null
}

const cutPartners = (words: string) => words.replace(/,?\s*phối hợp.*$/iu, '')

function partnersIn(words: string): string[] {
  const labelled = /(?:(?:cơ quan|đơn vị)\s+)?phối hợp(?:\s+thực hiện)?\s*:\s*([^.)]+)/iu.exec(words)
  if (labelled) return agenciesOf(labelled[1]!)
  const match = /phối hợp\s+(?:chặt chẽ\s+|tốt\s+)?((?:với|cùng)\s+)?(?:với\s+)?(.+)$/iu.exec(words)
  if (match && (match[1] || isAgency(match[2]!))) return agenciesOf(upToVerb(match[2]!))
  // "Phòng Kinh tế chủ trì, Hội Nông dân xã phối hợp."
  const last = /,\s*([^;.()]{1,200}?)\s+(?:cùng\s+)?phối hợp(?:\s+thực hiện)?\s*[.;)]?$/iu.exec(words)
  return last && isAgency(last[1]!.replace(/^.*chủ trì[,;]?\s*/u, '')) ? agenciesOf(last[1]!.replace(/^.*chủ trì[,;]?\s*/u, '')) : []
}
