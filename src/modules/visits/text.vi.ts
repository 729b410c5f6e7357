import type { VisitsText } from './text.ts'

export const vi: VisitsText = {
  footer: {
    title: 'Thống kê truy cập',
    online: 'Đang truy cập',
    today: 'Hôm nay',
    month: 'Tháng hiện tại',
    total: 'Tổng lượt truy cập',
  },
}
