import type { Lang } from '../../shared/lang.ts'

/** Sentences of the refusals that the runner gives for every feature. */
export interface LifecycleText {
  errors: Record<'wrong_status' | 'matter_changed' | 'unknown_act' | 'secret_lost', string>
}

export const text: Record<Lang, LifecycleText> = {
  vi: {
    errors: {
      wrong_status: 'Hồ sơ không còn ở bước này. Hãy xem việc vừa diễn ra rồi làm tiếp.',
      matter_changed: 'Có người vừa cập nhật hồ sơ này trước bạn. Hãy xem lại rồi làm tiếp; chữ bạn gõ vẫn còn.',
      unknown_act: 'Không có việc tên như vậy.',
      secret_lost: 'Nội dung này đã được gửi nhưng mã bí mật không cấp lại được qua đây. Hãy đến nơi tiếp công dân.',
    },
  },
  en: {
    errors: {
      wrong_status: 'The case is no longer at this step. See what has just happened, then go on.',
      matter_changed: 'Somebody updated this case just before you. Read it again, then go on; what you typed is still there.',
      unknown_act: 'There is no act of that name.',
      secret_lost: 'This was sent, but its secret cannot be given again here. Please come to the reception office.',
    },
  },
}
