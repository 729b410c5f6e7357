import type { Lang } from '../../shared/lang.ts'

/** Sentences of what is done once per reader. */
export interface ReadersText {
  errors: Record<'no_reader' | 'too_many_from_address', string>
}

export const text: Record<Lang, ReadersText> = {
  vi: {
    errors: {
      no_reader:
        'Chưa ghi nhận: trình duyệt này không giữ cookie nên không biết bạn đã gửi hay chưa. Hãy cho phép cookie của trang này, hoặc đăng nhập bằng tài khoản rồi gửi lại.',
      too_many_from_address:
        'Chưa ghi nhận: hôm nay đã có quá nhiều người không đăng nhập gửi từ cùng địa chỉ mạng với bạn. Hãy đăng nhập bằng tài khoản, hoặc đến nơi tiếp công dân để gửi, hoặc thử lại ngày mai.',
    },
  },
  en: {
    errors: {
      no_reader:
        'Not recorded: this browser keeps no cookies, so nobody can tell whether you have sent it before. Allow cookies of this site, or sign in with an account, then send it again.',
      too_many_from_address:
        'Not recorded: too many people without an account have sent from the same network address as yours today. Sign in with an account, or come to the reception office, or try again tomorrow.',
    },
  },
}
