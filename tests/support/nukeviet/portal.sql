-- A small portal in the shape of NukeViet 4.5: its tables as its public schema has them, with rows of the town of the tests.
create table nv4_counter (
  c_type varchar(100) not null, c_val varchar(100) not null, last_update int(11) not null default 0,
  c_count int(11) unsigned not null default 0, vi_count int(11) unsigned not null default 0, unique key c_type (c_type, c_val)
) engine=MyISAM default charset=utf8mb4;
insert into nv4_counter values
  ('c_time', 'start', 0, 1356998400, 0), ('c_time', 'last', 0, 1487834160, 0), ('total', 'hits', 1487834160, 150413, 150413),
  ('month', 'Feb', 1487834160, 3045, 3045), ('day', '23', 1487834160, 133, 133);

create table nv4_vi_news_cat (
  catid smallint(5) unsigned not null auto_increment, parentid smallint(5) unsigned not null default 0, title varchar(250) not null,
  titlesite varchar(250) default '', alias varchar(250) not null default '', description text, descriptionhtml text,
  image varchar(255) default '', weight smallint(5) unsigned not null default 0, sort smallint(5) not null default 0,
  lev smallint(5) not null default 0, numsubcat smallint(5) not null default 0, subcatid varchar(255) default '', keywords text,
  admins text, add_time int(11) unsigned not null default 0, edit_time int(11) unsigned not null default 0,
  groups_view varchar(255) default '', status smallint(4) not null default 1, primary key (catid), unique key alias (alias)
) engine=MyISAM default charset=utf8mb4;
insert into nv4_vi_news_cat (catid, parentid, title, alias, sort, lev) values
  (1, 0, 'Hoạt động', 'hoat-dong', 1, 0), (2, 0, 'Thông báo', 'thong-bao', 2, 0), (3, 4, 'Tổ 3', 'to-3', 6, 2), (4, 1, 'Khu phố', 'khu-pho', 5, 1),
  (5, 99, 'Mục mồ côi', 'muc-mo-coi', 7, 1), (6, 2, 'Hoạt động', 'hoat-dong-khac', 8, 1);

-- The same portal in English; its keys begin anew.
create table nv4_en_news_cat like nv4_vi_news_cat;
insert into nv4_en_news_cat (catid, title, alias, sort) values (1, 'News of the ward', 'ward-news', 1);

create table nv4_vi_news_sources (
  sourceid mediumint(8) unsigned not null auto_increment, title varchar(250) not null default '', link varchar(255) default '',
  logo varchar(255) default '', weight mediumint(8) unsigned not null default 0, add_time int(11) unsigned not null,
  edit_time int(11) unsigned not null, primary key (sourceid), unique key title (title)
) engine=MyISAM default charset=utf8mb4;
insert into nv4_vi_news_sources (sourceid, title, add_time, edit_time) values (1, 'Phòng Nội vụ', 1487830000, 1487830000);

create table nv4_vi_news_rows (
  id int(11) unsigned not null auto_increment, catid smallint(5) unsigned not null default 0, listcatid varchar(255) not null default '',
  topicid smallint(5) unsigned not null default 0, admin_id mediumint(8) unsigned not null default 0, author varchar(250) default '',
  sourceid mediumint(8) not null default 0, addtime int(11) unsigned not null default 0, edittime int(11) unsigned not null default 0,
  status tinyint(4) not null default 1, weight int(11) unsigned not null default 0, publtime int(11) unsigned not null default 0,
  exptime int(11) unsigned not null default 0, archive tinyint(1) unsigned not null default 0, title varchar(250) not null default '',
  alias varchar(250) not null default '', hometext text not null, homeimgfile varchar(255) default '', homeimgalt varchar(255) default '',
  homeimgthumb tinyint(4) not null default 0, inhome tinyint(1) unsigned not null default 0, allowed_comm varchar(255) default '',
  allowed_rating tinyint(1) unsigned not null default 0, external_link tinyint(1) unsigned not null default 0,
  hitstotal mediumint(8) unsigned not null default 0, hitscm mediumint(8) unsigned not null default 0,
  total_rating int(11) not null default 0, click_rating int(11) not null default 0, primary key (id), key publtime (publtime)
) engine=MyISAM default charset=utf8mb4;
insert into nv4_vi_news_rows
  (id, catid, listcatid, author, sourceid, addtime, edittime, status, publtime, title, alias, hometext, homeimgfile, homeimgalt, hitstotal, total_rating, click_rating)
values
  (12, 1, '1', 'Thanh Huyền', 1, 1487833000, 1487834160, 1, 1487834160,
   'Phước Long triển khai thực hiện Nghị quyết “một cửa”', 'phuoc-long-trien-khai-thuc-hien-nghi-quyet',
   'Sáng 23/2, thị xã họp bàn việc của dân.', '2017_02/hoi-nghi.png', 'Toàn cảnh hội nghị', 181, 5, 1),
  (13, 2, '2,1', '', 0, 1487920000, 1487920000, 1, 1487920000, 'Lịch tiếp công dân tháng 3', 'lich-tiep-cong-dan-thang-3',
   '', '', '', 40, 9, 2),
  (14, 2, '2', '', 0, 1487930000, 1487930000, 4, 1487930000, 'Bản nháp còn dở', 'ban-nhap-con-do', '', '', '', 0, 11, 2),
  (15, 2, '2', '', 0, 1487940000, 1487940000, 1, 1487940000, '', 'khong-ten', '', '', '', 3, 0, 0),
  (16, 1, '1', 'Minh &amp; Hoa', 0, 1487950000, 1487950000, 1, 1487950000, 'Họp dân &quot;tổ 3&quot;&#x3A; làm đường &#x28;đợt 1&#x29;', 'hop-dan-to-3',
   '', '', '', 12, 0, 0);

create table nv4_vi_news_detail (
  id int(11) unsigned not null, titlesite varchar(255) not null default '', description text not null, bodyhtml longtext not null,
  keywords varchar(255) default '', sourcetext varchar(255) default '', files text, imgposition tinyint(1) not null default 1,
  copyright tinyint(1) not null default 0, primary key (id)
) engine=MyISAM default charset=utf8mb4;
insert into nv4_vi_news_detail (id, description, bodyhtml, imgposition) values
  (12, '', '<p class="MsoNormal"><o:p></o:p><b>Nghị quyết</b> của \\ thị xã: \'dân biết\', "dân bàn"; --\n không phải chú thích.</p><p><img src="/uploads/news/2017_02/dai-bieu.png" title="Đại biểu" /></p><script>alert(1)</script><p><a href="javascript:alert(1)">Xem</a> và <a href="/vi/news/thong-bao/lich-tiep-cong-dan-thang-3-13.html">lịch</a></p>', 2),
  (13, '', '<table><tr><th>Ngày</th><th>Người tiếp</th></tr><tr><td>6/3</td><td>Chủ tịch</td></tr></table>', 1),
  (14, '', '<p>Dở</p>', 1), (15, '', '<p>Không tên</p>', 1);
insert into nv4_vi_news_detail (id, description, bodyhtml, imgposition, files) values
  (16, '', '<p>Xem <a href="https://www.phuoclong.gov.vn/uploads/news/ke-hoach.docx">kế hoạch</a>, <a href="/uploads/news/bieu-mau.doc">biểu mẫu</a> và <a href="http://phuoclong.gov.vn/vi/news/thong-bao/lich-tiep-cong-dan-thang-3-13.html">lịch</a>.</p><p><a href="/uploads/news/2017_02/dai-bieu.png"><img src="/uploads/news/2017_02/dai-bieu.png" alt="Đại biểu"></a></p>', 1, '2017_02/phu-luc.docx');

create table nv4_en_news_rows like nv4_vi_news_rows;
create table nv4_en_news_detail like nv4_vi_news_detail;
insert into nv4_en_news_rows (id, catid, addtime, status, publtime, title, alias, hometext, hitstotal) values
  (12, 1, 1487833000, 1, 1487834160, 'Office hours of the ward', 'office-hours', '', 7);
insert into nv4_en_news_detail (id, description, bodyhtml, imgposition) values (12, '', '<p>Open from seven.</p>', 1);

create table nv4_vi_news_tags_id (
  id int(11) not null, tid mediumint(9) not null, keyword varchar(65) not null, unique key id_tid (id, tid), key tid (tid)
) engine=MyISAM default charset=utf8mb4;
insert into nv4_vi_news_tags_id values (12, 1, 'nghị quyết'), (12, 2, 'một cửa');

create table nv4_vi_comment (
  cid mediumint(8) unsigned not null auto_increment, module varchar(55) not null, area int(11) not null default 0,
  id int(11) unsigned not null default 0, pid mediumint(8) unsigned not null default 0, content text not null, attach varchar(255) not null default '',
  post_time int(11) unsigned not null default 0, userid mediumint(8) unsigned not null default 0, post_name varchar(100) not null,
  post_email varchar(100) not null, post_ip varchar(39) not null default '', status tinyint(1) unsigned not null default 0,
  likes mediumint(9) not null default 0, dislikes mediumint(9) not null default 0, primary key (cid)
) engine=MyISAM default charset=utf8mb4;
insert into nv4_vi_comment (cid, module, area, id, pid, content, attach, post_time, userid, post_name, post_email, post_ip, status, likes) values
  (1, 'news', 7, 12, 0, 'Rất hay &amp; đúng lúc.<br />Cảm ơn xã&#x21;', '', 1487840000, 0, 'B&#039;Lan', 'lan@doc.example', '203.0.113.9', 1, 4),
  (2, 'news', 7, 12, 1, 'Tôi cũng thấy vậy.', '', 1487841000, 5, 'minh', 'minh@doc.example', '203.0.113.9', 1, 0),
  (3, 'news', 7, 12, 2, 'Đồng ý với chị.', '', 1487842000, 0, 'Hải', 'hai@doc.example', '2001:db8::7', 1, 0),
  (4, 'news', 7, 12, 0, 'Bao giờ làm đường tổ 5?', '', 1487843000, 0, 'Tám', 'tam@doc.example', '203.0.113.10', 0, 0),
  (5, 'news', 7, 12, 4, 'Tôi cũng muốn hỏi.', '', 1487844000, 0, 'Chín', 'chin@doc.example', '203.0.113.11', 1, 0),
  (6, 'news', 7, 12, 0, 'Lời đã bị gỡ.', '', 1487845000, 0, 'Mười', 'muoi@doc.example', '203.0.113.12', 2, 0),
  (7, 'news', 7, 12, 99, 'Trả lời một ý kiến đã xóa.', '', 1487846000, 0, 'Ba', 'ba@doc.example', '203.0.113.13', 1, 0),
  (8, 'news', 7, 12, 0, '<img src="x" onerror="alert(1)" />', '', 1487847000, 0, 'Rỗng', 'rong@doc.example', '203.0.113.14', 1, 0),
  (9, 'news', 7, 12, 0, '<script>alert(1)</script><p onclick="alert(2)">Chữ <b>thật</b></p>', '', 1487848000, 0, '<b>Tư</b>', 'tu@doc.example', '203.0.113.15', 1, 0),
  (10, 'news', 7, 15, 0, 'Về bài không đưa sang được.', '', 1487849000, 0, 'Năm', 'nam@doc.example', '203.0.113.16', 1, 0),
  (11, 'shops', 3, 12, 0, 'Về một món hàng.', '', 1487850000, 0, 'Sáu', 'sau@doc.example', '203.0.113.17', 1, 0),
  (12, 'news', 7, 13, 0, 'Kèm ảnh.', '2017_02/anh.png', 0, 0, '', 'bay@doc.example', '203.0.113.18', 1, 0),
  (13, 'news', 7, 13, 0, 'Vay tiền nhanh https://a.example https://b.example https://c.example https://d.example', '', 1487851000, 0, 'Quảng cáo', 'qc@doc.example', '203.0.113.19', 1, 0),
  (14, 'news', 7, 13, 15, 'Vòng một.', '', 1487852000, 0, 'Vòng', 'vong@doc.example', '203.0.113.20', 1, 0),
  (15, 'news', 7, 13, 14, 'Vòng hai.', '', 1487853000, 0, 'Vòng', 'vong@doc.example', '203.0.113.20', 1, 0),
  (16, 'news', 7, 13, 1, 'Trả lời ở bài khác.', '', 1487854000, 0, 'Lạc', 'lac@doc.example', '203.0.113.21', 1, 0);

create table nv4_en_comment like nv4_vi_comment;
insert into nv4_en_comment (cid, module, area, id, content, post_time, post_name, post_email, status) values
  (1, 'news', 7, 12, 'Thank you.', 1487840000, 'Ann', 'ann@doc.example', 1);

create table nv4_vi_voting (
  vid smallint(5) unsigned not null auto_increment, question varchar(250) not null, link varchar(255) default '',
  acceptcm int(2) not null default 1, active_captcha tinyint(1) unsigned not null default 0, admin_id mediumint(8) unsigned not null default 0,
  groups_view varchar(255) default '', publ_time int(11) unsigned not null default 0, exp_time int(11) unsigned not null default 0,
  act tinyint(1) unsigned not null default 0, vote_one tinyint(1) unsigned not null default 0, primary key (vid), unique key question (question)
) engine=MyISAM default charset=utf8mb4;
create table nv4_vi_voting_rows (
  id mediumint(8) unsigned not null auto_increment, vid smallint(5) unsigned not null, title varchar(245) not null default '',
  url varchar(255) default '', hitstotal int(11) unsigned not null default 0, primary key (id), unique key vid (vid, title)
) engine=MyISAM default charset=utf8mb4;
create table nv4_vi_voting_voted (vid smallint(5) unsigned not null, voted text, unique key vid (vid)) engine=MyISAM default charset=utf8mb4;
insert into nv4_vi_voting (vid, question, acceptcm, groups_view, publ_time, exp_time, act) values
  (1, 'Bạn thấy cổng &quot;mới&quot; thế nào?', 1, '6', 1487000000, 0, 1),
  (2, 'Nên làm đường nào trước?', 2, '6', 1487000000, 1490000000, 1),
  (3, 'Giờ làm việc có hợp không?', 1, '6,5', 1487000000, 0, 0),
  (4, 'Chưa hỏi bao giờ', 1, '6', 1487000000, 0, 0),
  (5, 'Chỉ hỏi trong cơ quan', 1, '1,2', 1487000000, 0, 1),
  (6, 'Chỉ một câu trả lời', 1, '6', 1487000000, 0, 1),
  (7, 'Bị bấm quá nhiều', 1, '6', 1487000000, 0, 1),
  (8, 'Hỏi thành viên', 1, '4', 1487000000, 1811779200, 1);
insert into nv4_vi_voting_rows (id, vid, title, hitstotal) values
  (1, 1, 'Tốt &amp; dễ đọc', 120), (2, 1, 'Bình thường', 30), (3, 1, 'Chưa tốt', 7),
  (4, 2, 'Đường tổ 5', 10), (5, 2, 'Đường tổ 3', 20), (6, 2, 'Cầu ván', 5),
  (7, 3, 'Có', 8), (8, 3, 'Không', 2), (9, 4, 'Có', 0), (10, 4, 'Không', 0), (11, 5, 'Có', 1), (12, 5, 'Không', 1), (13, 6, 'Có', 4),
  (14, 7, 'Có', 4294967295), (15, 7, 'Không', 1), (16, 8, 'Có', 3), (17, 8, 'Không', 0);
insert into nv4_vi_voting_voted values (1, '5,8,13');

create table nv4_vi_about (
  id mediumint(8) unsigned not null auto_increment, title varchar(250) not null, alias varchar(250) not null, image varchar(255) default '',
  imagealt varchar(255) default '', imageposition tinyint(1) unsigned not null default 0, description text, bodytext mediumtext not null,
  keywords text, socialbutton tinyint(4) not null default 0, activecomm varchar(255) default '', layout_func varchar(100) default '',
  gid mediumint(9) not null default 0, weight smallint(4) not null default 0, admin_id mediumint(8) unsigned not null default 0,
  add_time int(11) not null default 0, edit_time int(11) not null default 0, status tinyint(1) unsigned not null default 0,
  hitstotal mediumint(8) unsigned not null default 0, hot_post tinyint(1) unsigned not null default 0, primary key (id), unique key alias (alias)
) engine=MyISAM default charset=utf8mb4;
insert into nv4_vi_about (id, title, alias, description, bodytext, weight, add_time, status, hitstotal) values
  (1, 'Giới thiệu Phước Long', 'gioi-thieu-phuoc-long', 'Vài nét chung', '<h2>Vị trí</h2><p>Bên hồ Thác Mơ.</p>', 1, 1487000000, 1, 900),
  (2, 'Trang chưa dùng', 'trang-chua-dung', '', '<p>Dở</p>', 2, 1487000000, 0, 0),
  (3, '', 'khong-ten', '', '<p>Không tên</p>', 3, 1487000000, 1, 5);
update nv4_vi_about set image = 'thac-mo.png', imagealt = 'Thác Mơ', imageposition = 2 where id = 1;
create table nv4_vi_page like nv4_vi_about;
insert into nv4_vi_page (id, title, alias, description, bodytext, weight, add_time, status, hitstotal) values
  (1, 'Lịch sử thị xã', 'lich-su-1975', '', '<p>Từ năm 1975. Xem <a href="/vi/about/gioi-thieu-phuoc-long.html">giới thiệu</a>.</p>', 1, 1487100000, 1, 40);
create table nv4_en_about like nv4_vi_about;
insert into nv4_en_about (id, title, alias, bodytext, weight, add_time, status, hitstotal) values
  (1, 'About the town', 'about-the-town', '<p>By the lake.</p>', 1, 1487000000, 1, 3);
