import { fold } from '../../../shared/vietnamese-text.ts'
import type { ItemKind, UnreadBecause } from './plan.ts'

/** What stands under a heading. */
export interface Section {
  kind: ItemKind | null
  /** Where no items stand under it: why. */
  because?: UnreadBecause
  /** How well the heading names it. */
  sure: number
}

/** By the words of a heading, tones dropped; the first that fits counts. */
const sections: readonly (readonly [RegExp, Section])[] = [
  [/^(cac )?chi tieu|chi tieu (cu the|chu yeu|phan dau)|^muc tieu, chi tieu/, { kind: 'target', sure: 0.95 }],
  [/^(cac )?giai phap|^(nhung |mot so )giai phap|^bien phap|giai phap thuc hien/, { kind: 'measure', sure: 0.95 }],
  [
    /nhiem vu,? (va )?(cac )?giai phap|nhiem vu trong tam|^(cac |nhung )?nhiem vu|^noi dung (va |, )?nhiem vu|nhiem vu cu the/,
    { kind: 'task', sure: 0.95 },
  ],
  [/^yeu cau/, { kind: 'objective', sure: 0.5 }],
  [/^muc dich|^muc tieu/, { kind: 'objective', sure: 0.95 }],
  [/^(to chuc thuc hien|phan cong (thuc hien|nhiem vu)|trach nhiem|phan cong)/, { kind: 'task', sure: 0.9 }],
  [/^(che do )?(thong tin,? )?bao cao|^che do bao cao|^thoi gian bao cao/, { kind: 'task', sure: 0.85 }],
  [/^noi dung|^(cac )?hoat dong|^cong viec/, { kind: 'task', sure: 0.9 }],
  [/^kinh phi|^nguon (kinh phi|luc)|^du toan/, { kind: null, because: 'funding', sure: 0.9 }],
  [/^thoi gian|^dia diem|^doi tuong|^pham vi/, { kind: null, because: 'introduction', sure: 0.8 }],
  [
    /^can cu|^co so phap ly|^su can thiet|^thuc trang|^tinh hinh|^danh gia|^dac diem|^ket qua (dat duoc|thuc hien)|^ton tai|^nguyen nhan|^bai hoc/,
    { kind: null, because: 'introduction', sure: 0.9 },
  ],
]

/** The section that a heading opens; null where its words name none. */
export function sectionOf(heading: string): Section | null {
  const words = fold(heading)
    .replace(/[^a-z0-9, ]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return sections.find(([form]) => form.test(words))?.[1] ?? null
}

/** Verbs with which a thing to be done begins. */
const ACTIONS =
  /^(?:(?:hằng|hàng|mỗi) (?:năm|quý|tháng|tuần|ngày),? |tiếp tục |chủ động |tích cực |kịp thời |thường xuyên |định kỳ |nghiêm túc |phải |cần |kiên quyết |từng bước )*(?:tổ chức|xây dựng|triển khai|tăng cường|đẩy mạnh|rà soát|ban hành|thực hiện|phối hợp|chủ trì|chỉ đạo|tham mưu|hướng dẫn|kiểm tra|báo cáo|nâng cao|phát huy|quán triệt|tuyên truyền|bảo đảm|đảm bảo|tập trung|đổi mới|giải quyết|bố trí|công khai|niêm yết|tiếp nhận|xử lý|theo dõi|đôn đốc|tổng hợp|cải cách|mở|cử|lập|giao|giám sát|phản biện|vận động|phát động|duy trì|cập nhật|khảo sát|đối thoại|tiếp công dân|tiếp|đào tạo|bồi dưỡng|tập huấn|giáo dục|phổ biến|sắp xếp|kiện toàn|thành lập|đầu tư|nâng cấp|sửa chữa|trồng|làm|cụ thể hóa|thể chế hóa|quan tâm|tạo điều kiện|hoàn thiện|hoàn thành|nghiên cứu|lồng ghép|đánh giá|sơ kết|tổng kết|biểu dương|khen thưởng|nhân rộng|củng cố|khắc phục|ngăn chặn|phòng ngừa|rút ngắn|giảm|tăng|cắt giảm|đơn giản hóa|số hóa|ứng dụng|thu thập|lấy ý kiến|trả lời|thanh tra|chấn chỉnh|học tập|lãnh đạo|quản lý|bổ sung|sửa đổi|đề xuất|trình|gửi|nộp|đăng|đưa|lựa chọn|lắp đặt|thẩm định|cân đối|huy động|hỗ trợ|dọn|khơi thông|kiểm soát|chuẩn bị|trực ban|tiêm|phun|thu gom|lắp|khuyến khích|tôn trọng|lắng nghe)(?![\p{L}\p{M}])/iu

/** True where a sentence begins as a thing to be done does. */
export function beginsWithAction(sentence: string): boolean {
  return ACTIONS.test(sentence.trim())
}

/** "trên 95 % hồ sơ", "ít nhất 02 cuộc": a figure to be reached. */
export function hasFigure(sentence: string): boolean {
  return /\d[\d.,]*\s*(?:%|phần trăm)/u.test(sentence) || /(?:đạt|ít nhất|tối thiểu|trên|từ|phấn đấu)\s+(?:từ\s+)?\d/iu.test(sentence)
}

/** How many words a text has. */
export const words = (text: string): number => text.trim().split(/\s+/).length
