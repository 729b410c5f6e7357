import type { ImportText } from './text.ts'

export const vi: ImportText = {
  usage: `congdan import nukeviet --dump TEP.sql --by TEN_DANG_NHAP [--files THU_MUC] [--authority DIA_CHI_NGAN]
    [--prefix nv4] [--language vi] [--module news] [--dry-run] [--lang vi|en]

Đưa tin bài, chuyên mục, thẻ, lượt xem, đánh giá và bộ đếm của một cổng NukeViet 4.5 sang đây, từ tệp do mariadb-dump hoặc mysqldump ghi.
  --dump       tệp SQL; “-” là đọc từ đầu vào chuẩn
  --by         biên tập viên đứng tên việc đưa sang
  --files      thư mục chứa thư mục “uploads” của cổng cũ; thiếu thì không có ảnh và tệp
  --module     tên phân hệ tin của cổng cũ; có nhiều phân hệ thì chạy nhiều lần
  --dry-run    chỉ đọc và báo cáo, không ghi gì
Chạy lại thì đi tiếp, không bài nào vào hai lần. Mã thoát: 0 xong, 1 có dòng bị từ chối, 2 dùng sai.`,
  wrongUse: (what) => `Dùng sai: ${what}`,
  missing: (option) => `thiếu ${option}`,
  noDump: (path) => `Không đọc được tệp ${path}.`,
  noFolder: (path) => `Không có thư mục ${path}.`,
  noAuthority: 'Không có cơ quan này. Hãy lập trước bằng congdan authority create.',
  noEditor: (username) => `Không có biên tập viên “${username}” đang làm việc ở cơ quan này.`,
  dryRun: 'Chạy thử: không ghi gì.',
  faults: {
    dump_malformed: (near) => `Tệp không phải bản ghi của mariadb-dump, gần “${near}”. Những gì đọc trước đó chưa được đưa sang.`,
    dump_charset: (name) => `Tệp viết bằng bảng mã ${name}. Hãy ghi lại với --default-character-set=utf8mb4.`,
    dump_row_too_large: (near) => `Một dòng dài hơn 128 MB, bắt đầu bằng “${near}”.`,
    dump_cut: (near) => `Tệp bị cắt giữa chừng, gần “${near}”. Hãy ghi lại.`,
  },
  refused: 'KHÔNG ĐỌC ĐƯỢC',
  note: 'cần xem',
  reasons: {
    key_missing: 'dòng không có khóa',
    columns_unknown: 'số giá trị khác số cột của bảng',
    title_missing: 'không có tiêu đề',
    html_too_large: 'nội dung dài hơn một triệu ký tự',
    link_dropped: 'liên kết không an toàn đã bỏ, chữ còn',
    embed_dropped: 'nội dung nhúng đã bỏ',
    html_too_deep: 'phần lồng quá sâu chỉ còn chữ',
    lead_too_long: 'phần dẫn quá dài, đã chuyển vào nội dung',
    field_cut: 'quá dài, đã cắt bớt',
    file_not_found: 'không thấy tệp trong thư mục',
    picture_words_from_title: 'ảnh không có lời mô tả, tạm lấy tiêu đề bài',
    personal_data: 'có chỗ giống thông tin cá nhân',
    kept_as_draft: 'chưa hoặc không còn đăng ở cổng cũ, để bản nháp',
    rating_impossible: 'điểm và số lượt không thể đúng',
    not_published: 'để bản nháp vì chưa đăng được',
  },
  row: (kind, table, id, reason, what) => `${kind}  ${table} ${id}: ${reason}${what ? ` (${what})` : ''}`,
  counts: (table, read, brought, already, refused) =>
    `  ${table.padEnd(16)} đọc ${read}, đưa sang ${brought}, đã có ${already}, không đọc được ${refused}`,
  notRead: (table, rows) => `  ${table.padEnd(16)} đọc ${rows}, chưa đưa sang: bản này chưa có chỗ cho phần đó`,
  done: (refused, notes) => `Xong. Không đọc được: ${refused}. Cần xem: ${notes}.`,
}
