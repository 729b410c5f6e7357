/** Words that the name of an agency begins with. */
const PREFIX =
  '(?:các\\s+)?(?:Phòng(?!\\s*(?:,|chống|ngừa|cháy))|Ban(?!\\s+hành)|Văn phòng|VP|UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Công an|Sở(?!\\s+hữu)|Trung tâm|Thanh tra|Đội(?!\\s+ngũ)|Chi cục|Cục|Hội(?!\\s+(?:nghị|thảo|thi|đàm|họp|trường))|Đoàn(?!\\s+kết)|Mặt trận|MTTQ|UBMTTQ|Liên đoàn|LĐLĐ|Hạt|Kho bạc|Bảo hiểm|BHXH|Đài|Trường(?!\\s+hợp)|Trạm|Bệnh viện|Tòa án|Toà án|Viện|Tổ(?!\\s+chức)|Chi nhánh|Ngân hàng|Bưu điện|Điện lực|Công ty|Hợp tác xã|Thường trực|Đảng ủy|Thị ủy|Huyện ủy|Tỉnh ủy|Bộ(?!\\s+(?:phận|máy))|Ủy viên|Chủ tịch|Phó Chủ tịch|Thủ trưởng|Người đứng đầu|Công chức|Cán bộ|Chi bộ|Khu phố|Thôn|Bộ phận|Chánh Văn phòng|Trưởng phòng|Trưởng ban|Giám đốc|Bí thư|Hiệu trưởng|phòng|ban|cơ quan|chi bộ|khu phố|thôn|ấp|bộ phận|công chức|cán bộ|đơn vị|ngành|địa phương|xã|phường|thị trấn|hội|đoàn thể|tổ chức chính trị|trường|thủ trưởng)(?![\\p{L}\\p{M}])'

const begins = new RegExp(`^(?:${PREFIX})`, 'u')

/** Verbs, in small letters, after which the name of an agency is over. */
const VERBS =
  'chủ trì|làm đầu mối|phối hợp|chịu trách nhiệm|có trách nhiệm|tham mưu|xây dựng|tổ chức thực hiện|tổ chức|triển khai|hướng dẫn|kiểm tra|theo dõi|đôn đốc|tổng hợp|báo cáo|ban hành|rà soát|thực hiện|chỉ đạo|quán triệt|tuyên truyền|tăng cường|đẩy mạnh|bố trí|cân đối|thẩm định|giám sát|phát động|vận động|tiếp nhận|giải quyết|công khai|đăng tải|mở|cử|lập|tiếp công dân|tiếp|chuẩn bị|giúp|kiểm soát|vận hành|khai thác|lắp đặt|sửa chữa|cung cấp|quản lý|điều hành|phân công|đánh giá|xem xét|quyết định|tích cực|nghiêm túc|khẩn trương|kịp thời|tạo điều kiện|hỗ trợ|tuần tra|biểu dương|cấp|là cơ quan|là đơn vị|sắp xếp|thu thập|trả lời|phân bổ|huy động|thanh tra|tập huấn|bồi dưỡng|đào tạo|phải|cần|được|nâng cao|thường xuyên|căn cứ|chủ động|phát huy|đề xuất|trình|hoàn thành|bảo đảm|đảm bảo|duy trì|cập nhật|niêm yết|xử lý|khảo sát|biên soạn|in ấn|cấp phát|đưa tin|phổ biến|nghiên cứu|tập trung|tiếp tục|lồng ghép|định kỳ|gửi|nộp|lấy ý kiến|để|trong việc|trong quá trình|trước|vào|nhằm|theo'

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
  const stop = /[.:;()]|\s[-–]\s(?=\p{Ll})/u.exec(words)
  const head = stop ? words.slice(0, stop.index) : words
  const verb = endsName.exec(head)
  return (verb ? head.slice(0, verb.index) : head).trim()
}

export interface Named {
  lead: string | null
  partners: string[]
}

const lead = (match: RegExpExecArray | null) => (match ? (agenciesOf(upToVerb(match[1]!))[0] ?? null) : null)

/** Who leads and who helps, as one sentence says it. */
export function agenciesIn(sentence: string): Named {
  const words = sentence.replace(/\s+/g, ' ').trim()
  return { lead: leadIn(words), partners: partnersIn(words) }
}

function leadIn(words: string): string | null {
  const labelled =
    /(?:(?:cơ quan|đơn vị|bộ phận)\s+)?(?:chủ trì|chịu trách nhiệm chính|thực hiện)(?:\s+(?:thực hiện|tham mưu))?\s*:\s*([^.;)]+)/iu.exec(
      words,
    )
  if (labelled && isAgency(labelled[1]!)) return agenciesOf(cutPartners(labelled[1]!))[0] ?? null
  const given = /(?:^|[.;(]\s*|\s)(?:Giao|giao|Đề nghị|đề nghị|Yêu cầu|yêu cầu|Phân công|phân công)(?:\s+cho)?\s+(.+)$/u.exec(words)
  if (given && isAgency(given[1]!)) return lead(given)
  const leads = new RegExp(
    `(?:^|[.;:,(]\\s*|\\bdo\\s+)((?:${PREFIX})[^.;()]*?)\\s+(?:chủ trì|làm đầu mối|chịu trách nhiệm chính|là cơ quan (?:chủ trì|thường trực))`,
    'u',
  ).exec(words)
  if (leads) return agenciesOf(leads[1]!).at(-1) ?? null
  const by = /(?:^|\s|\()do\s+(.+?)\s+(?:chủ trì|thực hiện|tham mưu|phụ trách)/u.exec(words)
  if (by && isAgency(by[1]!)) return agenciesOf(by[1]!)[0] ?? null
  return subjectOf(words)
}

/** "UBND các xã, phường xây dựng kế hoạch…": who the sentence is about. */
function subjectOf(words: string): string | null {
  if (!/^(?:\p{Lu}|các\s|Các\s)/u.test(words) || !isAgency(words.replace(/^Các/u, 'các'))) return null
  const name = upToVerb(words)
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
  const match = /phối hợp\s+(?:chặt chẽ\s+|tốt\s+)?(?:với|cùng)\s+(.+)$/iu.exec(words)
  return match ? agenciesOf(upToVerb(match[1]!)) : []
}
