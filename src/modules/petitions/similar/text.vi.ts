import type { SimilarText } from './text.ts'

export const vi: SimilarText = {
  title: 'Việc giống đã có người gửi',
  lead: 'Nếu đúng việc của bạn, bạn có thể theo dõi thay vì gửi lại. Không giống thì cứ gửi tiếp.',
  past: {
    title: 'Trả lời trước đây cho việc giống',
    lead: 'Cùng một việc, cùng một cách trả lời. Khác đi thì nói rõ vì sao.',
    differ: (outcomes) => `Các việc giống đã được trả lời khác nhau: ${outcomes}. Hãy giải thích khi trả lời lần này.`,
    answered: (day, outcome) => `${outcome}, ${day}`,
    noVerdict: 'người gửi chưa đánh giá',
  },
}
