import type { ImportText } from './text.ts'

export const vi: ImportText = {
  usage: `congdan import nukeviet (--dump TEP.sql | --database mysql://TEN@MAY/CSDL [--password-stdin]) --by TEN_DANG_NHAP
    [--files THU_MUC] [--site TEN_MIEN_CU] [--authority DIA_CHI_NGAN] [--prefix nv4] [--language vi] [--module news]
    [--pages about,page] [--report TEP.json] [--dry-run] [--lang vi|en]

Đưa tin bài, trang tĩnh, chuyên mục, thẻ, lượt xem, đánh giá, bình luận, thăm dò ý kiến và bộ đếm của một cổng NukeViet 4.5 sang đây,
từ tệp do mariadb-dump hoặc mysqldump ghi, hoặc thẳng từ cơ sở dữ liệu đang chạy (chỉ đọc).
  --dump            tệp SQL; “-” là đọc từ đầu vào chuẩn
  --database        cơ sở dữ liệu của cổng cũ; thêm ?tls=1 để đọc qua TLS, ?socket=/DUONG/DAN để đọc trên cùng máy
  --password-stdin  mật khẩu là dòng đầu của đầu vào chuẩn: không lộ trong danh sách tiến trình và lịch sử lệnh
  --by              biên tập viên đứng tên việc đưa sang
  --files           thư mục chứa thư mục “uploads” của cổng cũ; thiếu thì không có ảnh và tệp
  --site            tên miền của cổng cũ: liên kết trong bài tới tên miền ấy trở thành liên kết trong trang này
  --module          tên phân hệ tin của cổng cũ; có nhiều phân hệ thì chạy nhiều lần
  --pages           tên các phân hệ trang tĩnh, cách nhau bằng dấu phẩy
  --language        ngôn ngữ của cổng cũ; cổng hai ngôn ngữ thì chạy mỗi ngôn ngữ một lần
  --report          ghi báo cáo vào tệp JSON này, từng dòng không đọc được và lý do
  --dry-run         chỉ đọc và báo cáo, không ghi gì
Chạy lại thì đi tiếp, không gì vào hai lần. Mã thoát: 0 xong, 1 có dòng bị từ chối hoặc không đọc được, 2 dùng sai.`,
  wrongUse: (what) => `Dùng sai: ${what}`,
  missing: (option) => `thiếu ${option}`,
  noSource: 'thiếu --dump hoặc --database',
  twoSources: 'chỉ dùng một trong --dump và --database',
  wrongDatabase: 'địa chỉ sau --database phải có dạng mysql://TEN@MAY:3306/CSDL',
  twoPasswords: 'mật khẩu vừa có trong --database vừa có --password-stdin',
  visiblePassword: 'Mật khẩu trên dòng lệnh có thể còn trong lịch sử lệnh và danh sách tiến trình. Lần sau hãy dùng --password-stdin.',
  noReport: (path) => `Không ghi được tệp ${path}.`,
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
    database_unreachable: (place) => `Không kết nối được tới cơ sở dữ liệu ${place}. Hãy xem máy, cổng và tường lửa.`,
    database_denied: (place) => `Cơ sở dữ liệu ${place} không cho đọc: sai tên, sai mật khẩu hoặc thiếu quyền SELECT.`,
    database_unknown: (place) => `Không có cơ sở dữ liệu ${place}.`,
    database_failed: (place) => `Đang đọc thì hỏng: ${place}. Những gì đọc trước đó chưa được đưa sang; hãy chạy lại.`,
    nothing_there: (seen, wanted) =>
      `Không có bảng nào của ${wanted}. ${seen ? `Ở đây có: ${seen}. ` : ''}Hãy xem lại --prefix, --language và --module.`,
    already_running: () => 'Một lần đưa sang khác đang chạy cho cơ quan này. Hãy đợi nó xong.',
  },
  refused: 'KHÔNG ĐỌC ĐƯỢC',
  note: 'cần xem',
  reasons: {
    key_missing: 'dòng không có khóa',
    columns_unknown: 'số giá trị khác số cột của bảng',
    category_folded: 'ở cấp thứ ba trở xuống, nay nằm ngay dưới chuyên mục cấp một',
    category_parent_missing: 'chuyên mục cấp trên không có, nay ở cấp một',
    category_shared: 'trùng tên với một chuyên mục khác, tin của hai bên vào chung một chỗ',
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
    file_kind_not_taken: 'loại tệp không nhận, chữ của liên kết còn',
    comment_empty: 'bình luận không có chữ nào',
    article_not_here: 'bài được bình luận không có ở đây',
    parent_missing: 'ý kiến được trả lời không còn, nay đứng riêng',
    parent_hidden: 'ý kiến được trả lời không hiện, nên trả lời chờ duyệt',
    attachment_dropped: 'tệp kèm bình luận không đưa sang',
    name_missing: 'không có tên người viết, ghi “Bạn đọc”',
    time_unknown: 'không có giờ gửi, lấy giờ đăng bài',
    comment_suspect: 'đang hiện nhưng đáng ngờ, cán bộ nên đọc',
    poll_for_a_group: 'thăm dò chỉ dành cho một nhóm, không phải cho mọi người',
    poll_options: 'số câu trả lời không từ 2 đến 20, hoặc có câu trống',
    poll_count_too_large: 'số phiếu lớn hơn mức lưu được',
    poll_end_set: 'cổng cũ không có ngày cuối, đặt ngày cuối là',
    poll_end_unknown: 'đã tắt ở cổng cũ không rõ ngày nào, ghi đóng ngày',
  },
  row: (kind, table, id, reason, what) => `${kind}  ${table} ${id}: ${reason}${what ? ` (${what})` : ''}`,
  counts: (table, read, brought, already, refused) =>
    `  ${table.padEnd(16)} đọc ${read}, đưa sang ${brought}, đã có ${already}, không đọc được ${refused}`,
  part: (table, read) => `  ${table.padEnd(16)} đọc ${read}, là phần của các dòng khác`,
  notRead: (table, rows) => `  ${table.padEnd(16)} đọc ${rows}, không đưa sang trong lần này`,
  done: (refused, notes) => `Xong. Không đọc được: ${refused}. Cần xem: ${notes}.`,
}
