import type { Lang } from '../shared/lang.ts'
import type { MirrorRefusal } from './refusal.ts'

export interface MirrorText {
  usage: string
  wrongUse: (what: string) => string
  oneFolder: string
  done: (size: number, added: number, items: number) => string
  noChecker: string
  open: (file: string) => string
  refused: Record<MirrorRefusal['reason'], string>
  sizes: (known: number, shown: number) => string
  failed: string
}

export const text: Record<Lang, MirrorText> = {
  vi: {
    usage: `congdan mirror THU_MUC --url https://dia-chi-cua-xa [--log KHOA_SO …] [--lang vi|en]

Chép toàn bộ sổ công khai và dữ liệu công khai vào THU_MUC; mở index.html là xem được, không cần mạng, kể cả từ thẻ USB.
Mỗi dòng được đối chiếu với chữ ký. Lần sau chạy lại vào cùng thư mục: chỉ lấy phần mới, và không nhận một sổ không nối tiếp bản đã chép.

  --log KHOA_SO   khóa của sổ mà bạn đã biết; không ghi thì lần đầu tin khóa ở /log/key của xã, từ đó về sau phải đúng khóa ấy
Trả về: 0 xong, 1 từ chối hoặc không làm được, 2 sai cách dùng`,
    wrongUse: (what) => `Sai cách dùng: ${what}`,
    oneFolder: 'cần một thư mục',
    done: (size, added, items) => `Đã chép sổ ${size} dòng (thêm ${added}) và ${items} mục dữ liệu công khai.`,
    noChecker: 'Chưa chép được tệp kiểm phiếu: xã chưa có tệp ấy.',
    open: (file) => `Mở: ${file}`,
    refused: {
      shorter: 'KHÔNG NHẬN: sổ của xã ngắn hơn bản đã chép. Có thể máy chủ vừa khôi phục một bản sao lưu cũ.',
      inconsistent: 'KHÔNG NHẬN: sổ của xã không nối tiếp bản đã chép. Một dòng cũ đã bị sửa hoặc bị bỏ.',
      brokenTiles: 'KHÔNG NHẬN: các dòng lấy về không khớp chữ ký của sổ. Hãy thử lại.',
      otherKey: 'KHÔNG NHẬN: xã đưa ra một khóa khác. Hỏi xã, rồi ghi khóa mới bằng --log.',
    },
    sizes: (known, shown) => `Bản đã chép: ${known} dòng. Sổ của xã: ${shown} dòng. Bản đã chép được giữ nguyên.`,
    failed: 'Không chép được:',
  },
  en: {
    usage: `congdan mirror FOLDER --url https://address-of-the-town [--log LOG_KEY …] [--lang vi|en]

Copies the whole public log and all public data into FOLDER; index.html opens it without a network, from a USB stick as well.
Every line is checked against the signature. Run it again into the same folder: only what is new is fetched, and a log that does not go on
from the copy is not taken.

  --log LOG_KEY   key of the log that you know; without it the key at the town's /log/key is believed the first time, and required from then on
Exit code: 0 done, 1 refused or not possible, 2 wrong use`,
    wrongUse: (what) => `Wrong use: ${what}`,
    oneFolder: 'one folder is needed',
    done: (size, added, items) => `Copied the log of ${size} lines (${added} new) and ${items} items of public data.`,
    noChecker: 'The checker of receipts was not copied: the town does not have it.',
    open: (file) => `Open: ${file}`,
    refused: {
      shorter: 'NOT TAKEN: the log of the town is shorter than the copy. The server may have been restored from an old backup.',
      inconsistent: 'NOT TAKEN: the log of the town does not go on from the copy. An old line was changed or left out.',
      brokenTiles: 'NOT TAKEN: the lines do not fit the signature of the log. Try again.',
      otherKey: 'NOT TAKEN: the town shows another key. Ask the town, then give the new key with --log.',
    },
    sizes: (known, shown) => `Copy: ${known} lines. Log of the town: ${shown} lines. The copy stays as it was.`,
    failed: 'Could not copy:',
  },
}
