import type { MessagesText } from './text.ts'

export const vi: MessagesText = {
  none: 'Chưa có trao đổi nào.',
  erased: 'Nội dung này đã được xóa.',
  from: {
    filer: { toFiler: 'Cơ quan gửi bà con', fromFiler: 'Bà con gửi', internal: 'Ghi chú nội bộ' },
    office: { toFiler: 'Gửi người nộp đơn', fromFiler: 'Người nộp đơn gửi', internal: 'Ghi chú nội bộ' },
  },
}
