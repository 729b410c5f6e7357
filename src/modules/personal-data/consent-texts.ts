import type { Lang } from '../../shared/lang.ts'
import type { Purpose } from './consents.ts'

/** Where somebody was asked. */
export type AskedAt = 'form' | 'counter' | 'follow' | 'comment' | 'verdict'

/** A sentence that people were asked, word for word, as long as it was in use. Never changed: a new wording is a new version. */
export interface ConsentText {
  version: string
  purpose: Purpose
  askedAt: AskedAt
  words: Record<Lang, string>
}

/** The newest of each purpose and place comes last. */
export const consentTexts: readonly ConsentText[] = [
  {
    version: 'publication-form-1',
    purpose: 'publication',
    askedAt: 'form',
    words: {
      vi: 'Cho đăng việc này lên sổ công khai? Nếu đồng ý, mọi người xem được tiêu đề, nội dung, khu phố (hay chỗ bạn ghi thay cho khu phố) và kết quả, sau khi cán bộ kiểm tra để che thông tin riêng. Tên, số điện thoại, địa chỉ, vị trí không bao giờ được đăng.',
      en: 'May this be shown in the public register? If you agree, everybody can read the subject, the text, the quarter (or the place you wrote instead of one) and the result, after an officer has checked it for private data. Names, telephone numbers, addresses and the location are never published.',
    },
  },
  {
    version: 'publication-counter-1',
    purpose: 'publication',
    askedAt: 'counter',
    words: {
      vi: 'Người gửi có đồng ý công khai không? Tên và cách liên lạc không bao giờ công khai. Hỏi và ghi đúng lời người gửi.',
      en: 'Does the filer agree to publication? Name and contacts are never published. Ask, and write down what the filer says.',
    },
  },
  {
    version: 'notifications-form-1',
    purpose: 'notifications',
    askedAt: 'form',
    words: {
      vi: 'Thư điện tử. Chỉ ghi nếu bạn muốn nhận thư báo khi hồ sơ có bước mới.',
      en: 'E-mail. Only if you want to be written to when something happens to your case.',
    },
  },
  {
    version: 'notifications-counter-1',
    purpose: 'notifications',
    askedAt: 'counter',
    words: {
      vi: 'Thư điện tử. Chỉ ghi nếu người gửi muốn nhận thư báo khi hồ sơ có bước mới.',
      en: 'E-mail. Only if the filer wants to be written to when something happens to the case.',
    },
  },
  {
    version: 'notifications-follow-1',
    purpose: 'notifications',
    askedAt: 'follow',
    words: {
      vi: 'Cơ quan giữ địa chỉ thư hoặc tài khoản của bạn để báo các bước công khai của việc này, không cho ai xem, và xóa khi bạn ngừng theo dõi, khi việc rời sổ công khai, hoặc 60 ngày sau khi việc kết thúc (quy định của cổng).',
      en: 'The office keeps your address or account to tell you the public steps of this case, shows it to nobody, and erases it when you stop following, when the case leaves the public register, or 60 days after the case is closed (a rule of this site).',
    },
  },
  {
    version: 'publication-comment-1',
    purpose: 'publication',
    askedAt: 'comment',
    words: {
      vi: 'Khi gửi, bạn đồng ý để cơ quan đăng tên và ý kiến này cho mọi người cùng đọc. Bạn có thể rút lại bất cứ lúc nào.',
      en: 'By sending, you agree that the name and the comment are published for everybody to read. You can take it back at any time.',
    },
  },
  {
    version: 'publication-verdict-1',
    purpose: 'publication',
    askedAt: 'verdict',
    words: {
      vi: 'Khi gửi lời, tên hoặc ảnh, bạn đồng ý để cơ quan đăng cho mọi người cùng xem sau khi cán bộ đọc. Bạn có thể rút lại bất cứ lúc nào.',
      en: 'By sending words, a name or photos, you agree that they are published for everybody after an officer has read them. You can take them back at any time.',
    },
  },
  {
    version: 'notifications-comment-1',
    purpose: 'notifications',
    askedAt: 'comment',
    words: {
      vi: 'Không bao giờ đăng. Chỉ ghi nếu bạn muốn được báo khi ý kiến được duyệt, bị gỡ hoặc có người trả lời.',
      en: 'Never published. Only if you want to be told when the comment is approved, removed or answered.',
    },
  },
]

/** The version in use now. */
export function currentText(purpose: Purpose, askedAt: AskedAt): ConsentText {
  const text = consentTexts.findLast((one) => one.purpose === purpose && one.askedAt === askedAt)
  if (!text) throw new Error(`No text of consent to ${purpose} at the ${askedAt}. Add it to consent-texts.ts.`)
  return text
}

export function textOfVersion(version: string | null): ConsentText | undefined {
  return consentTexts.find((one) => one.version === version)
}
