import type { BackupText } from './text.ts'

const count = (n: number) => n.toLocaleString('vi-VN')
const megabytes = (bytes: number) => `${(bytes / 1e6).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`

export const vi: BackupText = {
  backup: {
    usage: `congdan backup --out TỆP [--age KHÓA_CÔNG_KHAI]… [--age-file TỆP_KHÓA]

Sao lưu cơ sở dữ liệu, tệp đính kèm và khóa của máy chủ tại một thời điểm vào một tệp. Máy chủ vẫn chạy bình thường.
  --out TỆP        nơi ghi, tệp chưa có; “-” là ghi ra đầu ra chuẩn
  --age KHÓA       mã hóa cho khóa công khai age này (age1…); có thể lặp lại
  --age-file TỆP   các khóa công khai, mỗi dòng một khóa
  --lang vi|en     ngôn ngữ của thông báo
Mã thoát: 0 xong, 1 bị từ chối kèm lý do, 2 dùng sai`,
    step: (step) => {
      if (step.step === 'snapshot') return `ảnh chụp ${count(step.tables)} bảng, PostgreSQL ${step.postgres}`
      if (step.step === 'rows') return `${count(step.rows)} dòng, ${count(step.jobs)} việc đang chờ`
      return `${count(step.count)} tệp, ${megabytes(step.bytes)}`
    },
    notEncrypted: 'Chú ý: bản sao lưu KHÔNG được mã hóa và chứa dữ liệu cá nhân cùng khóa của máy chủ. Hãy dùng --age.',
    done: (file, bytes) => `đã ghi ${file}, ${megabytes(bytes)}`,
  },
  restore: {
    usage: `congdan restore TỆP [--identity TỆP_KHÓA_BÍ_MẬT] [--dry-run]

Khôi phục bản sao lưu vào cơ sở dữ liệu trống và DATA_DIR chưa có tệp. Bản sao lưu được kiểm tra trọn vẹn trước khi ghi.
  TỆP              bản sao lưu; “-” là đọc từ đầu vào chuẩn
  --identity TỆP   khóa bí mật age, như age-keygen ghi ra; có thể lặp lại
  --dry-run        chỉ kiểm tra, không ghi gì
  --lang vi|en     ngôn ngữ của thông báo
Mã thoát: 0 xong, 1 bị từ chối kèm lý do, 2 dùng sai`,
    verifying: 'kiểm tra bản sao lưu',
    verified: ({ header, manifest }) => {
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      const made = `bản sao lưu nguyên vẹn: lập lúc ${header.madeAt}, Cổng Dân ${header.product}, PostgreSQL ${header.postgres}`
      return `${made}; ${count(rows)} dòng, ${count(manifest.jobs)} việc đang chờ, ${count(manifest.files.count)} tệp`
    },
    step: (step) => {
      if (step.step === 'schema') return `đã dựng cấu trúc, ${count(step.migrations)} bước`
      if (step.step === 'foreign') return `BỎ QUA bảng “${step.table}”: không phải bảng của Cổng Dân`
      if (step.step === 'loaded') return `đã nạp ${count(step.rows)} dòng, ${count(step.files)} tệp`
      return 'đã dựng chỉ mục, kiểm tra ràng buộc'
    },
    forward: (migrations) => (migrations === 0 ? 'đã là phiên bản mới nhất' : `đã nâng cấu trúc thêm ${count(migrations)} bước`),
    done: 'khôi phục xong; hãy khởi động máy chủ rồi tra cứu thử một hồ sơ',
    untouched: 'Khôi phục không thành và không để lại gì: cơ sở dữ liệu, thư mục tệp và khóa vẫn như trước.',
    loadedOnly: 'Dữ liệu đã được nạp đủ, nhưng bước sau đó không thành. Hãy xử lý lỗi trên rồi chạy: npx congdan migrate',
  },
  wrongUse: (reason) => `Dùng sai: ${reason}`,
  noFile: 'thiếu tên tệp.',
  terminal: 'không ghi bản sao lưu ra màn hình; hãy chuyển hướng vào tệp hoặc chương trình khác.',
  refusals: {
    bad_entry: (what) => `Bản sao lưu có mục mang tên không được phép: ${what}. Không nhận tệp này.`,
    damaged: (what) => `Bản sao lưu bị hỏng hoặc đã bị sửa${what ? ` (${what})` : ''}. Hãy dùng bản khác.`,
    database_ahead: (what) =>
      `Cơ sở dữ liệu trống nhưng đã mang cấu trúc mới hơn bản sao lưu (${what}). Hãy tạo một cơ sở dữ liệu mới hoàn toàn.`,
    database_in_use: () => 'Máy chủ Cổng Dân đang nối vào cơ sở dữ liệu này. Hãy dừng máy chủ rồi khôi phục.',
    database_not_empty: (what) => `Cơ sở dữ liệu đã có dữ liệu (bảng “${what}”). Chỉ khôi phục vào cơ sở dữ liệu trống.`,
    database_unprepared: () => 'Cơ sở dữ liệu này chưa có gì của Cổng Dân. Hãy kiểm tra DATABASE_URL và DATA_DIR.',
    files_not_empty: (what) => `Thư mục ${what} đã có tệp. Hãy dùng DATA_DIR khác, hoặc chuyển các tệp đó đi nơi khác.`,
    identity_needed: () => 'Bản sao lưu được mã hóa. Hãy cho biết khóa bí mật: --identity TỆP.',
    identity_wrong: (what) => `Tệp ${what} không chứa khóa bí mật age dùng được (AGE-SECRET-KEY-…, không đặt mật khẩu).`,
    migration_changed: (what) => `Bước cấu trúc ${what} của bản sao lưu khác với chương trình này. Hãy dùng đúng phiên bản đã sao lưu.`,
    newer_format: (what) => `Bản sao lưu theo dạng ${what}, mới hơn chương trình này. Hãy cài phiên bản mới rồi khôi phục.`,
    newer_version: (what) => `Bản sao lưu do phiên bản mới hơn lập (${what}). Hãy cài phiên bản đó hoặc mới hơn rồi khôi phục.`,
    no_identity_fits: () => 'Khóa bí mật này không mở được bản sao lưu: nó được mã hóa cho khóa khác.',
    no_secrets: (what) => `Không thấy khóa của máy chủ trong ${what}. Hãy chạy lệnh với đúng DATA_DIR của máy chủ.`,
    not_a_backup: () => 'Tệp này không phải bản sao lưu của Cổng Dân.',
    out_exists: (what) => `Tệp ${what} đã có; bản sao lưu không ghi đè. Hãy chọn tên khác.`,
    recipient_wrong: (what) => `“${what}” không phải khóa công khai age (age1…).`,
    schema_differs: (what) =>
      `Bảng “${what}” trong bản sao lưu khác với cấu trúc của chương trình này. Hãy dùng đúng phiên bản đã sao lưu.`,
    truncated: () => 'Bản sao lưu thiếu phần cuối. Hãy chép lại hoặc dùng bản khác.',
    unreadable: (what) => `Không đọc được tệp ${what}.`,
  },
}
