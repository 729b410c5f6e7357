import type { Lang } from '../../shared/lang.ts'
import type { ArticleKind } from './article.ts'
import { type NewsText, text } from './text.ts'

/** Words that differ where a page is meant, no article. */
interface PageWords {
  act: Partial<NewsText['act']>
  event: Partial<NewsText['event']>
  public: Partial<NewsText['public']>
  office: Partial<Omit<NewsText['office'], 'hints'>> & { hints: Partial<NewsText['office']['hints']> }
  files: Partial<NewsText['files']>
}

const ofPages: Record<Lang, PageWords> = {
  vi: {
    act: { save: 'Lưu trang', publish: 'Đăng trang', revise: 'Sửa trang đã đăng', withdraw: 'Gỡ trang' },
    event: {
      'article.created': 'Tạo trang',
      'article.published': 'Đăng trang',
      'article.revised': 'Sửa trang đã đăng',
      'article.withdrawn': 'Gỡ trang',
    },
    public: { withdrawn: 'Trang này đã được gỡ', withdrawnLead: (when) => `Cơ quan đã gỡ trang này vào ${when}.` },
    office: {
      add: 'Viết trang mới',
      addLead:
        'Một trang riêng của cơ quan, như “Giới thiệu”: không vào danh sách tin, không tác giả, không ý kiến. Bắt đầu bằng tiêu đề; chưa ai bên ngoài nhìn thấy.',
      edit: 'Sửa trang',
      noActs: 'Không có việc gì bạn phải làm với trang này.',
      preview: 'Trang như người đọc sẽ thấy',
      empty: 'Trang chưa có nội dung.',
      facts: 'Thông tin trang',
      save: 'Lưu trang',
      hints: {
        title: 'Ngắn; địa chỉ của trang được đặt theo tiêu đề. Đổi tiêu đề thì địa chỉ cũ vẫn dẫn tới trang.',
        lead: 'Một hai câu, hiện ngay dưới tiêu đề.',
        withdraw: 'Người đọc nhìn thấy lý do ở địa chỉ của trang. Nếu menu đang dẫn tới trang này, hãy sửa menu.',
        revise: 'Người đọc nhìn thấy lý do. Trang thay đổi ngay.',
      },
    },
    files: { title: 'Ảnh và tệp của trang' },
  },
  en: {
    act: { save: 'Save the page', publish: 'Publish the page', revise: 'Correct the published page', withdraw: 'Withdraw the page' },
    event: {
      'article.created': 'Page begun',
      'article.published': 'Page published',
      'article.revised': 'Published page corrected',
      'article.withdrawn': 'Page withdrawn',
    },
    public: { withdrawn: 'This page was withdrawn', withdrawnLead: (when) => `The office withdrew this page on ${when}.` },
    office: {
      add: 'Write a new page',
      addLead:
        'A page of the office’s own, like “Giới thiệu”: in no list of news, without author and comments. It begins with its title; nobody outside sees it yet.',
      edit: 'Edit the page',
      noActs: 'There is nothing for you to do with this page.',
      preview: 'The page as readers will see it',
      empty: 'The page has no text yet.',
      facts: 'About the page',
      save: 'Save the page',
      hints: {
        title: 'Short; the address of the page follows the title. After a change the old address leads to the page.',
        lead: 'One or two sentences, shown below the title.',
        withdraw: 'Readers see the reason at the page’s address. If a menu leads here, change the menu.',
        revise: 'Readers see the reason. The page changes at once.',
      },
    },
    files: { title: 'Pictures and files of the page' },
  },
}

/** Everything that is said of an article, or of a page. */
export function wordsFor(lang: Lang, kind: ArticleKind): NewsText {
  const own = text[lang]
  if (kind === 'article') return own
  const page = ofPages[lang]
  return {
    ...own,
    act: { ...own.act, ...page.act },
    event: { ...own.event, ...page.event } as NewsText['event'],
    public: { ...own.public, ...page.public },
    office: { ...own.office, ...page.office, hints: { ...own.office.hints, ...page.office.hints } },
    files: { ...own.files, ...page.files },
  }
}
