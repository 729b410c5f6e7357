import type { Lang } from '../../../shared/lang.ts'

/** Words of readers' reports, in both languages. */
export interface ReportText {
  link: string
  title: string
  lead: string
  quoteHint: string
  wordsHint: string
  send: string
  thanks: string
  thanksLead: string
  back: string
  fields: Record<string, string>
  office: {
    title: string
    lead: string
    views: Record<'open' | 'resolved', string>
    head: { article: string; what: string; when: string; act: string }
    none: string
    resolve: string
  }
}

export const text: Record<Lang, ReportText> = {
  vi: {
    link: 'Báo lỗi bài viết',
    title: 'Báo lỗi bài viết',
    lead: 'Thấy chỗ sai chính tả, sai số liệu hay sai sự việc, xin cho biết. Không cần tài khoản, không hỏi tên.',
    quoteHint: 'Chép đoạn có lỗi vào đây.',
    wordsHint: 'Sai ở đâu, đúng là thế nào. Đừng ghi số điện thoại hay địa chỉ của ai.',
    send: 'Gửi báo lỗi',
    thanks: 'Đã nhận báo lỗi',
    thanksLead: 'Cảm ơn bạn. Biên tập viên sẽ xem; khi bài được sửa, lý do hiện ngay dưới bài.',
    back: 'Về bài viết',
    fields: { quote: 'Đoạn có lỗi', words: 'Lỗi gì', clientToken: 'Mã lần gửi' },
    office: {
      title: 'Báo lỗi của bạn đọc',
      lead: 'Sửa bài nếu đúng là lỗi, rồi đánh dấu đã xem.',
      views: { open: 'Chờ xem', resolved: 'Đã xem' },
      head: { article: 'Bài viết', what: 'Bạn đọc viết', when: 'Lúc', act: 'Việc' },
      none: 'Không có báo lỗi nào ở đây.',
      resolve: 'Đã xem xong',
    },
  },
  en: {
    link: 'Report an error',
    title: 'Report an error in the article',
    lead: 'If you see a wrong letter, figure or fact, please tell us. No account is needed and no name is asked.',
    quoteHint: 'Copy the passage here.',
    wordsHint: 'What is wrong, and what is right. Please write nobody’s telephone number or address.',
    send: 'Send',
    thanks: 'Your report has arrived',
    thanksLead: 'Thank you. An editor will look; when the article is changed, the reason stands below it.',
    back: 'Back to the article',
    fields: { quote: 'Passage', words: 'What is wrong', clientToken: 'Token of this sending' },
    office: {
      title: 'Errors that readers reported',
      lead: 'Change the article if it is wrong, then mark the report.',
      views: { open: 'Waiting', resolved: 'Seen' },
      head: { article: 'Article', what: 'The reader writes', when: 'When', act: 'Act' },
      none: 'There are no reports here.',
      resolve: 'Dealt with',
    },
  },
}
