import type { View } from './view.ts'

export const vi = {
  /** Names of the views. */
  views: { all: 'Tất cả', high: 'Chắc', middle: 'Khá chắc', low: 'Chưa chắc', unread: 'Chưa hiểu' } as Record<View, string>,
  viewsLabel: 'Lọc theo mức chắc chắn',
  viewsHint: 'Phần đã sửa ở trang này được lưu khi chuyển sang mục khác hoặc trang khác.',
  range: (first: string, last: string, all: string) => `Mục ${first} đến ${last} trong ${all}`,
  takePage: 'Nhận các mục đã chọn ở trang này',
  takeSure: (n: string) => `Nhận cả ${n} câu chắc, mọi trang`,
  previous: 'Lưu và về trang trước',
  next: 'Lưu và sang trang sau',
  noneHere: 'Không có đề xuất nào ở mức này.',
  takenStay: (n: string) => `Đã nhận các mục đã chọn. Còn ${n} đề xuất chờ.`,
  toDraft: 'Xem bản soạn',
  otherPlaces: 'Vị trí khác',
  /** A field of a card, in a refusal. */
  ofCard: (field: string, card: string) => `${field} (mục ${card})`,
}
