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
insert into nv4_vi_news_cat (catid, title, alias, sort) values (1, 'Hoạt động', 'hoat-dong', 1), (2, 'Thông báo', 'thong-bao', 2);

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
  (15, 2, '2', '', 0, 1487940000, 1487940000, 1, 1487940000, '', 'khong-ten', '', '', '', 3, 0, 0);

create table nv4_vi_news_detail (
  id int(11) unsigned not null, titlesite varchar(255) not null default '', description text not null, bodyhtml longtext not null,
  keywords varchar(255) default '', sourcetext varchar(255) default '', files text, imgposition tinyint(1) not null default 1,
  copyright tinyint(1) not null default 0, primary key (id)
) engine=MyISAM default charset=utf8mb4;
insert into nv4_vi_news_detail (id, description, bodyhtml, imgposition) values
  (12, '', '<p class="MsoNormal"><o:p></o:p><b>Nghị quyết</b> của \\ thị xã: \'dân biết\', "dân bàn"; --\n không phải chú thích.</p><p><img src="/uploads/news/2017_02/dai-bieu.png" title="Đại biểu" /></p><script>alert(1)</script><p><a href="javascript:alert(1)">Xem</a> và <a href="/vi/news/thong-bao/lich-tiep-cong-dan-thang-3-13.html">lịch</a></p>', 2),
  (13, '', '<table><tr><th>Ngày</th><th>Người tiếp</th></tr><tr><td>6/3</td><td>Chủ tịch</td></tr></table>', 1),
  (14, '', '<p>Dở</p>', 1), (15, '', '<p>Không tên</p>', 1);

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
insert into nv4_vi_comment (module, id, content, post_name, post_email, status) values ('news', 12, 'Rất hay', 'Bạn đọc', 'ban@doc.vn', 1);

create table nv4_vi_voting (
  vid smallint(5) unsigned not null auto_increment, question varchar(250) not null, link varchar(255) default '',
  acceptcm int(2) not null default 1, admin_id mediumint(8) unsigned not null default 0, groups_view varchar(255) default '',
  publ_time int(11) unsigned not null default 0, exp_time int(11) unsigned not null default 0, act tinyint(1) unsigned not null default 0,
  primary key (vid), unique key question (question)
) engine=MyISAM default charset=utf8mb4;
insert into nv4_vi_voting (question, act) values ('Bạn hài lòng không?', 1);
