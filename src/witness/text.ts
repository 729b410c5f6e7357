import type { Lang } from '../shared/lang.ts'
import type { RefusalReason } from '../shared/tlog/refusal.ts'
import type { Pulled } from './pull.ts'
import type { StartRefusal } from './start-refusal.ts'

type Failure = Extract<Pulled, { outcome: 'failed' }>['because']

export interface WitnessText {
  usage: string
  wrongUse: (what: string) => string
  oneFolder: string
  start: Record<StartRefusal['code'], string>
  key: (vkey: string) => string
  handOn: string
  listening: (address: string) => string
  pulling: (url: string, seconds: number) => string
  cosigned: (size: number) => string
  refused: Record<RefusalReason, string>
  heads: (known: number, shown: number) => string
  evidence: (folder: string) => string
  notTold: string
  failed: Record<Failure, string>
  answered: (status: number) => string
  broken: string
}

export const text: Record<Lang, WitnessText> = {
  vi: {
    usage: `congdan witness THU_MUC --name TEN --log KHOA_SO [--log KHOA_SO …] [--host 127.0.0.1] [--port 8090]
congdan witness THU_MUC --name TEN --log KHOA_SO --url https://dia-chi-cua-xa [--every 300] [--once]

Làm nhân chứng cho sổ công khai: chỉ ký kèm khi sổ nối tiếp đúng từ lần ký trước, và nhớ lần ký ấy trong THU_MUC.

  --name TEN      tên của nhân chứng, ví dụ truong-thcs-tan-lap.vn/nhan-chung; chỉ cần ở lần chạy đầu
  --log KHOA_SO   khóa công khai của sổ, chép từ trang /log/key của xã; ghi nhiều lần được
  --url DIA_CHI   tự đến xã lấy sổ về kiểm rồi gửi chữ ký lại: cho máy mà bên ngoài không vào được
  --every GIAY    với --url: bao lâu một lần, từ 10 giây; không ghi thì 300
  --once          với --url: một lần rồi thôi (0 đã ký, 1 từ chối hoặc không làm được)
  --host, --port  không có --url: nghe ở đâu
  --key           in khóa công khai của nhân chứng rồi thôi; đưa khóa này cho xã
  --lang vi|en`,
    wrongUse: (what) => `Sai cách dùng: ${what}`,
    oneFolder: 'cần một thư mục',
    start: {
      nameMissing: 'Lần chạy đầu cần tên của nhân chứng, không có dấu cách: --name truong-thcs-tan-lap.vn/nhan-chung',
      otherName: 'Thư mục này là của một nhân chứng tên khác. Bỏ --name đi, hoặc chọn thư mục khác.',
      folderTaken: 'Một chương trình khác đang dùng thư mục này. Một nhân chứng chỉ chạy một nơi: hãy dừng chương trình kia trước.',
    },
    key: (vkey) => `khóa của nhân chứng: ${vkey}`,
    handOn: 'Đưa khóa này cho xã để xã ghi vào danh sách nhân chứng.',
    listening: (address) => `ready ${address}`,
    pulling: (url, seconds) => `Cứ ${seconds} giây lấy sổ của ${url} về kiểm một lần.`,
    cosigned: (size) => `Đã ký kèm: sổ có ${size} dòng, nối tiếp đúng.`,
    refused: {
      shorter: 'TỪ CHỐI KÝ: sổ đưa ra ngắn hơn sổ đã ký. Có thể máy chủ vừa khôi phục một bản sao lưu cũ.',
      otherRoot: 'TỪ CHỐI KÝ: cùng số dòng với sổ đã ký nhưng nội dung khác. Có hai sổ khác nhau cùng mang một khóa.',
      inconsistent: 'TỪ CHỐI KÝ: sổ đưa ra không nối tiếp sổ đã ký. Một dòng cũ đã bị sửa hoặc bị bỏ.',
    },
    heads: (known, shown) => `Sổ đã ký: ${known} dòng. Sổ đưa ra: ${shown} dòng.`,
    evidence: (folder) => `Hai bản có chữ ký của xã được giữ ở ${folder}: ai cũng kiểm được.`,
    notTold: 'Xã không nhận lời từ chối này: hãy báo cho Mặt trận và cấp trên.',
    failed: {
      unreachable: 'Không đến được xã; lần sau thử lại.',
      notListed: 'Sổ đúng, nhưng xã chưa ghi nhân chứng này vào danh sách: hãy đưa khóa của nhân chứng cho xã.',
      malformed: 'Sổ của xã không đúng dạng.',
      badSignature: 'Sổ không có chữ ký của khóa đã biết. Xem lại --log, hoặc hỏi xã đã đổi khóa chưa.',
      brokenTiles: 'Các mảnh của sổ không ghép thành sổ mà xã đã ký; lần sau thử lại.',
    },
    answered: (status) => `Trả lời ${status}.`,
    broken: 'Gặp lỗi, chưa ký gì:',
  },
  en: {
    usage: `congdan witness FOLDER --name NAME --log LOG_KEY [--log LOG_KEY …] [--host 127.0.0.1] [--port 8090]
congdan witness FOLDER --name NAME --log LOG_KEY --url https://address-of-the-town [--every 300] [--once]

Is a witness of public logs: cosigns only what goes on from the last cosigned state, and remembers that state in FOLDER.

  --name NAME     name of the witness, such as school.example.vn/witness; needed at the first start only
  --log LOG_KEY   public key of the log, copied from the town's /log/key; may be given many times
  --url ADDRESS   fetches the log, checks it and brings the signature back: for a machine that cannot be reached from outside
  --every SECONDS with --url: how often, from 10 seconds; 300 if not given
  --once          with --url: once and no more (0 cosigned, 1 refused or not possible)
  --host, --port  without --url: where to listen
  --key           prints the public key of the witness and ends; hand it to the town
  --lang vi|en`,
    wrongUse: (what) => `Wrong use: ${what}`,
    oneFolder: 'one folder is needed',
    start: {
      nameMissing: 'The first start needs the name of the witness, without spaces: --name school.example.vn/witness',
      otherName: 'This folder belongs to a witness of another name. Leave --name out, or choose another folder.',
      folderTaken: 'Another program is using this folder. A witness runs in one place only: stop the other one first.',
    },
    key: (vkey) => `key of the witness: ${vkey}`,
    handOn: 'Hand this key to the town, which enters it in its list of witnesses.',
    listening: (address) => `ready ${address}`,
    pulling: (url, seconds) => `Fetches and checks the log of ${url} every ${seconds} seconds.`,
    cosigned: (size) => `Cosigned: the log has ${size} lines and goes on as it should.`,
    refused: {
      shorter: 'REFUSED: the log shown is shorter than the one cosigned. The server may have been restored from an old backup.',
      otherRoot: 'REFUSED: as many lines as the log cosigned, but other content. Two different logs carry one key.',
      inconsistent: 'REFUSED: the log shown does not go on from the one cosigned. An old line was changed or left out.',
    },
    heads: (known, shown) => `Cosigned: ${known} lines. Shown: ${shown} lines.`,
    evidence: (folder) => `Both states, signed by the town, are kept in ${folder}: anybody can check them.`,
    notTold: 'The town did not take this refusal: tell the Fatherland Front and the level above.',
    failed: {
      unreachable: 'The town could not be reached; another try next time.',
      notListed: 'The log is right, but the town does not have this witness on its list yet: hand it the key of the witness.',
      malformed: 'The log of the town is not in its form.',
      badSignature: 'No known key has signed the log. Look at --log again, or ask the town whether its key has changed.',
      brokenTiles: 'The parts of the log do not make the log that the town has signed; another try next time.',
    },
    answered: (status) => `Answered ${status}.`,
    broken: 'Something went wrong, nothing was cosigned:',
  },
}
