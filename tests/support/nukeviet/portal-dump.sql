/*M!999999\- enable the sandbox mode */ 
-- MariaDB dump 10.19  Distrib 10.11.18-MariaDB, for debian-linux-gnu (x86_64)
--
-- Host: localhost    Database: portal
-- ------------------------------------------------------
-- Server version	10.11.18-MariaDB-0+deb12u1

/*!40101 SET @OLD_CHARACTER_SET_CLIENT=@@CHARACTER_SET_CLIENT */;
/*!40101 SET @OLD_CHARACTER_SET_RESULTS=@@CHARACTER_SET_RESULTS */;
/*!40101 SET @OLD_COLLATION_CONNECTION=@@COLLATION_CONNECTION */;
/*!40101 SET NAMES utf8mb4 */;
/*!40103 SET @OLD_TIME_ZONE=@@TIME_ZONE */;
/*!40103 SET TIME_ZONE='+00:00' */;
/*!40014 SET @OLD_UNIQUE_CHECKS=@@UNIQUE_CHECKS, UNIQUE_CHECKS=0 */;
/*!40014 SET @OLD_FOREIGN_KEY_CHECKS=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0 */;
/*!40101 SET @OLD_SQL_MODE=@@SQL_MODE, SQL_MODE='NO_AUTO_VALUE_ON_ZERO' */;
/*!40111 SET @OLD_SQL_NOTES=@@SQL_NOTES, SQL_NOTES=0 */;

--
-- Table structure for table `nv4_counter`
--

DROP TABLE IF EXISTS `nv4_counter`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `nv4_counter` (
  `c_type` varchar(100) NOT NULL,
  `c_val` varchar(100) NOT NULL,
  `last_update` int(11) NOT NULL DEFAULT 0,
  `c_count` int(11) unsigned NOT NULL DEFAULT 0,
  `vi_count` int(11) unsigned NOT NULL DEFAULT 0,
  UNIQUE KEY `c_type` (`c_type`,`c_val`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `nv4_counter`
--

LOCK TABLES `nv4_counter` WRITE;
/*!40000 ALTER TABLE `nv4_counter` DISABLE KEYS */;
INSERT INTO `nv4_counter` VALUES
('c_time','start',0,1356998400,0),
('c_time','last',0,1487834160,0),
('total','hits',1487834160,150413,150413),
('month','Feb',1487834160,3045,3045),
('day','23',1487834160,133,133);
/*!40000 ALTER TABLE `nv4_counter` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `nv4_en_about`
--

DROP TABLE IF EXISTS `nv4_en_about`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `nv4_en_about` (
  `id` mediumint(8) unsigned NOT NULL AUTO_INCREMENT,
  `title` varchar(250) NOT NULL,
  `alias` varchar(250) NOT NULL,
  `image` varchar(255) DEFAULT '',
  `imagealt` varchar(255) DEFAULT '',
  `imageposition` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `description` text DEFAULT NULL,
  `bodytext` mediumtext NOT NULL,
  `keywords` text DEFAULT NULL,
  `socialbutton` tinyint(4) NOT NULL DEFAULT 0,
  `activecomm` varchar(255) DEFAULT '',
  `layout_func` varchar(100) DEFAULT '',
  `gid` mediumint(9) NOT NULL DEFAULT 0,
  `weight` smallint(4) NOT NULL DEFAULT 0,
  `admin_id` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `add_time` int(11) NOT NULL DEFAULT 0,
  `edit_time` int(11) NOT NULL DEFAULT 0,
  `status` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `hitstotal` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `hot_post` tinyint(1) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  UNIQUE KEY `alias` (`alias`)
) ENGINE=MyISAM AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `nv4_en_about`
--

LOCK TABLES `nv4_en_about` WRITE;
/*!40000 ALTER TABLE `nv4_en_about` DISABLE KEYS */;
INSERT INTO `nv4_en_about` VALUES
(1,'About the town','about-the-town','','',0,NULL,'<p>By the lake.</p>',NULL,0,'','',0,1,0,1487000000,0,1,3,0);
/*!40000 ALTER TABLE `nv4_en_about` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `nv4_en_comment`
--

DROP TABLE IF EXISTS `nv4_en_comment`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `nv4_en_comment` (
  `cid` mediumint(8) unsigned NOT NULL AUTO_INCREMENT,
  `module` varchar(55) NOT NULL,
  `area` int(11) NOT NULL DEFAULT 0,
  `id` int(11) unsigned NOT NULL DEFAULT 0,
  `pid` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `content` text NOT NULL,
  `attach` varchar(255) NOT NULL DEFAULT '',
  `post_time` int(11) unsigned NOT NULL DEFAULT 0,
  `userid` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `post_name` varchar(100) NOT NULL,
  `post_email` varchar(100) NOT NULL,
  `post_ip` varchar(39) NOT NULL DEFAULT '',
  `status` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `likes` mediumint(9) NOT NULL DEFAULT 0,
  `dislikes` mediumint(9) NOT NULL DEFAULT 0,
  PRIMARY KEY (`cid`)
) ENGINE=MyISAM AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `nv4_en_comment`
--

LOCK TABLES `nv4_en_comment` WRITE;
/*!40000 ALTER TABLE `nv4_en_comment` DISABLE KEYS */;
INSERT INTO `nv4_en_comment` VALUES
(1,'news',7,12,0,'Thank you.','',1487840000,0,'Ann','ann@doc.example','',1,0,0);
/*!40000 ALTER TABLE `nv4_en_comment` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `nv4_en_news_cat`
--

DROP TABLE IF EXISTS `nv4_en_news_cat`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `nv4_en_news_cat` (
  `catid` smallint(5) unsigned NOT NULL AUTO_INCREMENT,
  `parentid` smallint(5) unsigned NOT NULL DEFAULT 0,
  `title` varchar(250) NOT NULL,
  `titlesite` varchar(250) DEFAULT '',
  `alias` varchar(250) NOT NULL DEFAULT '',
  `description` text DEFAULT NULL,
  `descriptionhtml` text DEFAULT NULL,
  `image` varchar(255) DEFAULT '',
  `weight` smallint(5) unsigned NOT NULL DEFAULT 0,
  `sort` smallint(5) NOT NULL DEFAULT 0,
  `lev` smallint(5) NOT NULL DEFAULT 0,
  `numsubcat` smallint(5) NOT NULL DEFAULT 0,
  `subcatid` varchar(255) DEFAULT '',
  `keywords` text DEFAULT NULL,
  `admins` text DEFAULT NULL,
  `add_time` int(11) unsigned NOT NULL DEFAULT 0,
  `edit_time` int(11) unsigned NOT NULL DEFAULT 0,
  `groups_view` varchar(255) DEFAULT '',
  `status` smallint(4) NOT NULL DEFAULT 1,
  PRIMARY KEY (`catid`),
  UNIQUE KEY `alias` (`alias`)
) ENGINE=MyISAM AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `nv4_en_news_cat`
--

LOCK TABLES `nv4_en_news_cat` WRITE;
/*!40000 ALTER TABLE `nv4_en_news_cat` DISABLE KEYS */;
INSERT INTO `nv4_en_news_cat` VALUES
(1,0,'News of the ward','','ward-news',NULL,NULL,'',0,1,0,0,'',NULL,NULL,0,0,'',1);
/*!40000 ALTER TABLE `nv4_en_news_cat` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `nv4_en_news_detail`
--

DROP TABLE IF EXISTS `nv4_en_news_detail`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `nv4_en_news_detail` (
  `id` int(11) unsigned NOT NULL,
  `titlesite` varchar(255) NOT NULL DEFAULT '',
  `description` text NOT NULL,
  `bodyhtml` longtext NOT NULL,
  `keywords` varchar(255) DEFAULT '',
  `sourcetext` varchar(255) DEFAULT '',
  `files` text DEFAULT NULL,
  `imgposition` tinyint(1) NOT NULL DEFAULT 1,
  `copyright` tinyint(1) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `nv4_en_news_detail`
--

LOCK TABLES `nv4_en_news_detail` WRITE;
/*!40000 ALTER TABLE `nv4_en_news_detail` DISABLE KEYS */;
INSERT INTO `nv4_en_news_detail` VALUES
(12,'','','<p>Open from seven.</p>','','',NULL,1,0);
/*!40000 ALTER TABLE `nv4_en_news_detail` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `nv4_en_news_rows`
--

DROP TABLE IF EXISTS `nv4_en_news_rows`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `nv4_en_news_rows` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `catid` smallint(5) unsigned NOT NULL DEFAULT 0,
  `listcatid` varchar(255) NOT NULL DEFAULT '',
  `topicid` smallint(5) unsigned NOT NULL DEFAULT 0,
  `admin_id` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `author` varchar(250) DEFAULT '',
  `sourceid` mediumint(8) NOT NULL DEFAULT 0,
  `addtime` int(11) unsigned NOT NULL DEFAULT 0,
  `edittime` int(11) unsigned NOT NULL DEFAULT 0,
  `status` tinyint(4) NOT NULL DEFAULT 1,
  `weight` int(11) unsigned NOT NULL DEFAULT 0,
  `publtime` int(11) unsigned NOT NULL DEFAULT 0,
  `exptime` int(11) unsigned NOT NULL DEFAULT 0,
  `archive` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `title` varchar(250) NOT NULL DEFAULT '',
  `alias` varchar(250) NOT NULL DEFAULT '',
  `hometext` text NOT NULL,
  `homeimgfile` varchar(255) DEFAULT '',
  `homeimgalt` varchar(255) DEFAULT '',
  `homeimgthumb` tinyint(4) NOT NULL DEFAULT 0,
  `inhome` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `allowed_comm` varchar(255) DEFAULT '',
  `allowed_rating` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `external_link` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `hitstotal` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `hitscm` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `total_rating` int(11) NOT NULL DEFAULT 0,
  `click_rating` int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  KEY `publtime` (`publtime`)
) ENGINE=MyISAM AUTO_INCREMENT=13 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `nv4_en_news_rows`
--

LOCK TABLES `nv4_en_news_rows` WRITE;
/*!40000 ALTER TABLE `nv4_en_news_rows` DISABLE KEYS */;
INSERT INTO `nv4_en_news_rows` VALUES
(12,1,'',0,0,'',0,1487833000,0,1,0,1487834160,0,0,'Office hours of the ward','office-hours','','','',0,0,'',0,0,7,0,0,0);
/*!40000 ALTER TABLE `nv4_en_news_rows` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `nv4_vi_about`
--

DROP TABLE IF EXISTS `nv4_vi_about`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `nv4_vi_about` (
  `id` mediumint(8) unsigned NOT NULL AUTO_INCREMENT,
  `title` varchar(250) NOT NULL,
  `alias` varchar(250) NOT NULL,
  `image` varchar(255) DEFAULT '',
  `imagealt` varchar(255) DEFAULT '',
  `imageposition` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `description` text DEFAULT NULL,
  `bodytext` mediumtext NOT NULL,
  `keywords` text DEFAULT NULL,
  `socialbutton` tinyint(4) NOT NULL DEFAULT 0,
  `activecomm` varchar(255) DEFAULT '',
  `layout_func` varchar(100) DEFAULT '',
  `gid` mediumint(9) NOT NULL DEFAULT 0,
  `weight` smallint(4) NOT NULL DEFAULT 0,
  `admin_id` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `add_time` int(11) NOT NULL DEFAULT 0,
  `edit_time` int(11) NOT NULL DEFAULT 0,
  `status` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `hitstotal` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `hot_post` tinyint(1) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  UNIQUE KEY `alias` (`alias`)
) ENGINE=MyISAM AUTO_INCREMENT=4 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `nv4_vi_about`
--

LOCK TABLES `nv4_vi_about` WRITE;
/*!40000 ALTER TABLE `nv4_vi_about` DISABLE KEYS */;
INSERT INTO `nv4_vi_about` VALUES
(1,'Giới thiệu Phước Long','gioi-thieu-phuoc-long','thac-mo.png','Thác Mơ',2,'Vài nét chung','<h2>Vị trí</h2><p>Bên hồ Thác Mơ.</p>',NULL,0,'','',0,1,0,1487000000,0,1,900,0),
(2,'Trang chưa dùng','trang-chua-dung','','',0,'','<p>Dở</p>',NULL,0,'','',0,2,0,1487000000,0,0,0,0),
(3,'','khong-ten','','',0,'','<p>Không tên</p>',NULL,0,'','',0,3,0,1487000000,0,1,5,0);
/*!40000 ALTER TABLE `nv4_vi_about` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `nv4_vi_comment`
--

DROP TABLE IF EXISTS `nv4_vi_comment`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `nv4_vi_comment` (
  `cid` mediumint(8) unsigned NOT NULL AUTO_INCREMENT,
  `module` varchar(55) NOT NULL,
  `area` int(11) NOT NULL DEFAULT 0,
  `id` int(11) unsigned NOT NULL DEFAULT 0,
  `pid` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `content` text NOT NULL,
  `attach` varchar(255) NOT NULL DEFAULT '',
  `post_time` int(11) unsigned NOT NULL DEFAULT 0,
  `userid` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `post_name` varchar(100) NOT NULL,
  `post_email` varchar(100) NOT NULL,
  `post_ip` varchar(39) NOT NULL DEFAULT '',
  `status` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `likes` mediumint(9) NOT NULL DEFAULT 0,
  `dislikes` mediumint(9) NOT NULL DEFAULT 0,
  PRIMARY KEY (`cid`)
) ENGINE=MyISAM AUTO_INCREMENT=17 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `nv4_vi_comment`
--

LOCK TABLES `nv4_vi_comment` WRITE;
/*!40000 ALTER TABLE `nv4_vi_comment` DISABLE KEYS */;
INSERT INTO `nv4_vi_comment` VALUES
(1,'news',7,12,0,'Rất hay &amp; đúng lúc.<br />Cảm ơn xã&#x21;','',1487840000,0,'B&#039;Lan','lan@doc.example','203.0.113.9',1,4,0),
(2,'news',7,12,1,'Tôi cũng thấy vậy.','',1487841000,5,'minh','minh@doc.example','203.0.113.9',1,0,0),
(3,'news',7,12,2,'Đồng ý với chị.','',1487842000,0,'Hải','hai@doc.example','2001:db8::7',1,0,0),
(4,'news',7,12,0,'Bao giờ làm đường tổ 5?','',1487843000,0,'Tám','tam@doc.example','203.0.113.10',0,0,0),
(5,'news',7,12,4,'Tôi cũng muốn hỏi.','',1487844000,0,'Chín','chin@doc.example','203.0.113.11',1,0,0),
(6,'news',7,12,0,'Lời đã bị gỡ.','',1487845000,0,'Mười','muoi@doc.example','203.0.113.12',2,0,0),
(7,'news',7,12,99,'Trả lời một ý kiến đã xóa.','',1487846000,0,'Ba','ba@doc.example','203.0.113.13',1,0,0),
(8,'news',7,12,0,'<img src=\"x\" onerror=\"alert(1)\" />','',1487847000,0,'Rỗng','rong@doc.example','203.0.113.14',1,0,0),
(9,'news',7,12,0,'<script>alert(1)</script><p onclick=\"alert(2)\">Chữ <b>thật</b></p>','',1487848000,0,'<b>Tư</b>','tu@doc.example','203.0.113.15',1,0,0),
(10,'news',7,15,0,'Về bài không đưa sang được.','',1487849000,0,'Năm','nam@doc.example','203.0.113.16',1,0,0),
(11,'shops',3,12,0,'Về một món hàng.','',1487850000,0,'Sáu','sau@doc.example','203.0.113.17',1,0,0),
(12,'news',7,13,0,'Kèm ảnh.','2017_02/anh.png',0,0,'','bay@doc.example','203.0.113.18',1,0,0),
(13,'news',7,13,0,'Vay tiền nhanh https://a.example https://b.example https://c.example https://d.example','',1487851000,0,'Quảng cáo','qc@doc.example','203.0.113.19',1,0,0),
(14,'news',7,13,15,'Vòng một.','',1487852000,0,'Vòng','vong@doc.example','203.0.113.20',1,0,0),
(15,'news',7,13,14,'Vòng hai.','',1487853000,0,'Vòng','vong@doc.example','203.0.113.20',1,0,0),
(16,'news',7,13,1,'Trả lời ở bài khác.','',1487854000,0,'Lạc','lac@doc.example','203.0.113.21',1,0,0);
/*!40000 ALTER TABLE `nv4_vi_comment` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `nv4_vi_news_cat`
--

DROP TABLE IF EXISTS `nv4_vi_news_cat`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `nv4_vi_news_cat` (
  `catid` smallint(5) unsigned NOT NULL AUTO_INCREMENT,
  `parentid` smallint(5) unsigned NOT NULL DEFAULT 0,
  `title` varchar(250) NOT NULL,
  `titlesite` varchar(250) DEFAULT '',
  `alias` varchar(250) NOT NULL DEFAULT '',
  `description` text DEFAULT NULL,
  `descriptionhtml` text DEFAULT NULL,
  `image` varchar(255) DEFAULT '',
  `weight` smallint(5) unsigned NOT NULL DEFAULT 0,
  `sort` smallint(5) NOT NULL DEFAULT 0,
  `lev` smallint(5) NOT NULL DEFAULT 0,
  `numsubcat` smallint(5) NOT NULL DEFAULT 0,
  `subcatid` varchar(255) DEFAULT '',
  `keywords` text DEFAULT NULL,
  `admins` text DEFAULT NULL,
  `add_time` int(11) unsigned NOT NULL DEFAULT 0,
  `edit_time` int(11) unsigned NOT NULL DEFAULT 0,
  `groups_view` varchar(255) DEFAULT '',
  `status` smallint(4) NOT NULL DEFAULT 1,
  PRIMARY KEY (`catid`),
  UNIQUE KEY `alias` (`alias`)
) ENGINE=MyISAM AUTO_INCREMENT=7 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `nv4_vi_news_cat`
--

LOCK TABLES `nv4_vi_news_cat` WRITE;
/*!40000 ALTER TABLE `nv4_vi_news_cat` DISABLE KEYS */;
INSERT INTO `nv4_vi_news_cat` VALUES
(1,0,'Hoạt động','','hoat-dong',NULL,NULL,'',0,1,0,0,'',NULL,NULL,0,0,'',1),
(2,0,'Thông báo','','thong-bao',NULL,NULL,'',0,2,0,0,'',NULL,NULL,0,0,'',1),
(3,4,'Tổ 3','','to-3',NULL,NULL,'',0,6,2,0,'',NULL,NULL,0,0,'',1),
(4,1,'Khu phố','','khu-pho',NULL,NULL,'',0,5,1,0,'',NULL,NULL,0,0,'',1),
(5,99,'Mục mồ côi','','muc-mo-coi',NULL,NULL,'',0,7,1,0,'',NULL,NULL,0,0,'',1),
(6,2,'Hoạt động','','hoat-dong-khac',NULL,NULL,'',0,8,1,0,'',NULL,NULL,0,0,'',1);
/*!40000 ALTER TABLE `nv4_vi_news_cat` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `nv4_vi_news_detail`
--

DROP TABLE IF EXISTS `nv4_vi_news_detail`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `nv4_vi_news_detail` (
  `id` int(11) unsigned NOT NULL,
  `titlesite` varchar(255) NOT NULL DEFAULT '',
  `description` text NOT NULL,
  `bodyhtml` longtext NOT NULL,
  `keywords` varchar(255) DEFAULT '',
  `sourcetext` varchar(255) DEFAULT '',
  `files` text DEFAULT NULL,
  `imgposition` tinyint(1) NOT NULL DEFAULT 1,
  `copyright` tinyint(1) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `nv4_vi_news_detail`
--

LOCK TABLES `nv4_vi_news_detail` WRITE;
/*!40000 ALTER TABLE `nv4_vi_news_detail` DISABLE KEYS */;
INSERT INTO `nv4_vi_news_detail` VALUES
(12,'','','<p class=\"MsoNormal\"><o:p></o:p><b>Nghị quyết</b> của \\ thị xã: \'dân biết\', \"dân bàn\"; --\n không phải chú thích.</p><p><img src=\"/uploads/news/2017_02/dai-bieu.png\" title=\"Đại biểu\" /></p><script>alert(1)</script><p><a href=\"javascript:alert(1)\">Xem</a> và <a href=\"/vi/news/thong-bao/lich-tiep-cong-dan-thang-3-13.html\">lịch</a></p>','','',NULL,2,0),
(13,'','','<table><tr><th>Ngày</th><th>Người tiếp</th></tr><tr><td>6/3</td><td>Chủ tịch</td></tr></table>','','',NULL,1,0),
(14,'','','<p>Dở</p>','','',NULL,1,0),
(15,'','','<p>Không tên</p>','','',NULL,1,0),
(16,'','','<p>Xem <a href=\"https://www.phuoclong.gov.vn/uploads/news/ke-hoach.docx\">kế hoạch</a>, <a href=\"/uploads/news/bieu-mau.doc\">biểu mẫu</a> và <a href=\"http://phuoclong.gov.vn/vi/news/thong-bao/lich-tiep-cong-dan-thang-3-13.html\">lịch</a>.</p><p><a href=\"/uploads/news/2017_02/dai-bieu.png\"><img src=\"/uploads/news/2017_02/dai-bieu.png\" alt=\"Đại biểu\"></a></p>','','','2017_02/phu-luc.docx',1,0);
/*!40000 ALTER TABLE `nv4_vi_news_detail` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `nv4_vi_news_rows`
--

DROP TABLE IF EXISTS `nv4_vi_news_rows`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `nv4_vi_news_rows` (
  `id` int(11) unsigned NOT NULL AUTO_INCREMENT,
  `catid` smallint(5) unsigned NOT NULL DEFAULT 0,
  `listcatid` varchar(255) NOT NULL DEFAULT '',
  `topicid` smallint(5) unsigned NOT NULL DEFAULT 0,
  `admin_id` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `author` varchar(250) DEFAULT '',
  `sourceid` mediumint(8) NOT NULL DEFAULT 0,
  `addtime` int(11) unsigned NOT NULL DEFAULT 0,
  `edittime` int(11) unsigned NOT NULL DEFAULT 0,
  `status` tinyint(4) NOT NULL DEFAULT 1,
  `weight` int(11) unsigned NOT NULL DEFAULT 0,
  `publtime` int(11) unsigned NOT NULL DEFAULT 0,
  `exptime` int(11) unsigned NOT NULL DEFAULT 0,
  `archive` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `title` varchar(250) NOT NULL DEFAULT '',
  `alias` varchar(250) NOT NULL DEFAULT '',
  `hometext` text NOT NULL,
  `homeimgfile` varchar(255) DEFAULT '',
  `homeimgalt` varchar(255) DEFAULT '',
  `homeimgthumb` tinyint(4) NOT NULL DEFAULT 0,
  `inhome` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `allowed_comm` varchar(255) DEFAULT '',
  `allowed_rating` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `external_link` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `hitstotal` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `hitscm` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `total_rating` int(11) NOT NULL DEFAULT 0,
  `click_rating` int(11) NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  KEY `publtime` (`publtime`)
) ENGINE=MyISAM AUTO_INCREMENT=17 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `nv4_vi_news_rows`
--

LOCK TABLES `nv4_vi_news_rows` WRITE;
/*!40000 ALTER TABLE `nv4_vi_news_rows` DISABLE KEYS */;
INSERT INTO `nv4_vi_news_rows` VALUES
(12,1,'1',0,0,'Thanh Huyền',1,1487833000,1487834160,1,0,1487834160,0,0,'Phước Long triển khai thực hiện Nghị quyết “một cửa”','phuoc-long-trien-khai-thuc-hien-nghi-quyet','Sáng 23/2, thị xã họp bàn việc của dân.','2017_02/hoi-nghi.png','Toàn cảnh hội nghị',0,0,'',0,0,181,0,5,1),
(13,2,'2,1',0,0,'',0,1487920000,1487920000,1,0,1487920000,0,0,'Lịch tiếp công dân tháng 3','lich-tiep-cong-dan-thang-3','','','',0,0,'',0,0,40,0,9,2),
(14,2,'2',0,0,'',0,1487930000,1487930000,4,0,1487930000,0,0,'Bản nháp còn dở','ban-nhap-con-do','','','',0,0,'',0,0,0,0,11,2),
(15,2,'2',0,0,'',0,1487940000,1487940000,1,0,1487940000,0,0,'','khong-ten','','','',0,0,'',0,0,3,0,0,0),
(16,1,'1',0,0,'Minh &amp; Hoa',0,1487950000,1487950000,1,0,1487950000,0,0,'Họp dân &quot;tổ 3&quot;&#x3A; làm đường &#x28;đợt 1&#x29;','hop-dan-to-3','','','',0,0,'',0,0,12,0,0,0);
/*!40000 ALTER TABLE `nv4_vi_news_rows` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `nv4_vi_news_sources`
--

DROP TABLE IF EXISTS `nv4_vi_news_sources`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `nv4_vi_news_sources` (
  `sourceid` mediumint(8) unsigned NOT NULL AUTO_INCREMENT,
  `title` varchar(250) NOT NULL DEFAULT '',
  `link` varchar(255) DEFAULT '',
  `logo` varchar(255) DEFAULT '',
  `weight` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `add_time` int(11) unsigned NOT NULL,
  `edit_time` int(11) unsigned NOT NULL,
  PRIMARY KEY (`sourceid`),
  UNIQUE KEY `title` (`title`)
) ENGINE=MyISAM AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `nv4_vi_news_sources`
--

LOCK TABLES `nv4_vi_news_sources` WRITE;
/*!40000 ALTER TABLE `nv4_vi_news_sources` DISABLE KEYS */;
INSERT INTO `nv4_vi_news_sources` VALUES
(1,'Phòng Nội vụ','','',0,1487830000,1487830000);
/*!40000 ALTER TABLE `nv4_vi_news_sources` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `nv4_vi_news_tags_id`
--

DROP TABLE IF EXISTS `nv4_vi_news_tags_id`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `nv4_vi_news_tags_id` (
  `id` int(11) NOT NULL,
  `tid` mediumint(9) NOT NULL,
  `keyword` varchar(65) NOT NULL,
  UNIQUE KEY `id_tid` (`id`,`tid`),
  KEY `tid` (`tid`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `nv4_vi_news_tags_id`
--

LOCK TABLES `nv4_vi_news_tags_id` WRITE;
/*!40000 ALTER TABLE `nv4_vi_news_tags_id` DISABLE KEYS */;
INSERT INTO `nv4_vi_news_tags_id` VALUES
(12,1,'nghị quyết'),
(12,2,'một cửa');
/*!40000 ALTER TABLE `nv4_vi_news_tags_id` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `nv4_vi_page`
--

DROP TABLE IF EXISTS `nv4_vi_page`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `nv4_vi_page` (
  `id` mediumint(8) unsigned NOT NULL AUTO_INCREMENT,
  `title` varchar(250) NOT NULL,
  `alias` varchar(250) NOT NULL,
  `image` varchar(255) DEFAULT '',
  `imagealt` varchar(255) DEFAULT '',
  `imageposition` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `description` text DEFAULT NULL,
  `bodytext` mediumtext NOT NULL,
  `keywords` text DEFAULT NULL,
  `socialbutton` tinyint(4) NOT NULL DEFAULT 0,
  `activecomm` varchar(255) DEFAULT '',
  `layout_func` varchar(100) DEFAULT '',
  `gid` mediumint(9) NOT NULL DEFAULT 0,
  `weight` smallint(4) NOT NULL DEFAULT 0,
  `admin_id` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `add_time` int(11) NOT NULL DEFAULT 0,
  `edit_time` int(11) NOT NULL DEFAULT 0,
  `status` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `hitstotal` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `hot_post` tinyint(1) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  UNIQUE KEY `alias` (`alias`)
) ENGINE=MyISAM AUTO_INCREMENT=2 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `nv4_vi_page`
--

LOCK TABLES `nv4_vi_page` WRITE;
/*!40000 ALTER TABLE `nv4_vi_page` DISABLE KEYS */;
INSERT INTO `nv4_vi_page` VALUES
(1,'Lịch sử thị xã','lich-su-1975','','',0,'','<p>Từ năm 1975. Xem <a href=\"/vi/about/gioi-thieu-phuoc-long.html\">giới thiệu</a>.</p>',NULL,0,'','',0,1,0,1487100000,0,1,40,0);
/*!40000 ALTER TABLE `nv4_vi_page` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `nv4_vi_voting`
--

DROP TABLE IF EXISTS `nv4_vi_voting`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `nv4_vi_voting` (
  `vid` smallint(5) unsigned NOT NULL AUTO_INCREMENT,
  `question` varchar(250) NOT NULL,
  `link` varchar(255) DEFAULT '',
  `acceptcm` int(2) NOT NULL DEFAULT 1,
  `active_captcha` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `admin_id` mediumint(8) unsigned NOT NULL DEFAULT 0,
  `groups_view` varchar(255) DEFAULT '',
  `publ_time` int(11) unsigned NOT NULL DEFAULT 0,
  `exp_time` int(11) unsigned NOT NULL DEFAULT 0,
  `act` tinyint(1) unsigned NOT NULL DEFAULT 0,
  `vote_one` tinyint(1) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`vid`),
  UNIQUE KEY `question` (`question`)
) ENGINE=MyISAM AUTO_INCREMENT=9 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `nv4_vi_voting`
--

LOCK TABLES `nv4_vi_voting` WRITE;
/*!40000 ALTER TABLE `nv4_vi_voting` DISABLE KEYS */;
INSERT INTO `nv4_vi_voting` VALUES
(1,'Bạn thấy cổng &quot;mới&quot; thế nào?','',1,0,0,'6',1487000000,0,1,0),
(2,'Nên làm đường nào trước?','',2,0,0,'6',1487000000,1490000000,1,0),
(3,'Giờ làm việc có hợp không?','',1,0,0,'6,5',1487000000,0,0,0),
(4,'Chưa hỏi bao giờ','',1,0,0,'6',1487000000,0,0,0),
(5,'Chỉ hỏi trong cơ quan','',1,0,0,'1,2',1487000000,0,1,0),
(6,'Chỉ một câu trả lời','',1,0,0,'6',1487000000,0,1,0),
(7,'Bị bấm quá nhiều','',1,0,0,'6',1487000000,0,1,0),
(8,'Hỏi thành viên','',1,0,0,'4',1487000000,1811779200,1,0);
/*!40000 ALTER TABLE `nv4_vi_voting` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `nv4_vi_voting_rows`
--

DROP TABLE IF EXISTS `nv4_vi_voting_rows`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `nv4_vi_voting_rows` (
  `id` mediumint(8) unsigned NOT NULL AUTO_INCREMENT,
  `vid` smallint(5) unsigned NOT NULL,
  `title` varchar(245) NOT NULL DEFAULT '',
  `url` varchar(255) DEFAULT '',
  `hitstotal` int(11) unsigned NOT NULL DEFAULT 0,
  PRIMARY KEY (`id`),
  UNIQUE KEY `vid` (`vid`,`title`)
) ENGINE=MyISAM AUTO_INCREMENT=18 DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `nv4_vi_voting_rows`
--

LOCK TABLES `nv4_vi_voting_rows` WRITE;
/*!40000 ALTER TABLE `nv4_vi_voting_rows` DISABLE KEYS */;
INSERT INTO `nv4_vi_voting_rows` VALUES
(1,1,'Tốt &amp; dễ đọc','',120),
(2,1,'Bình thường','',30),
(3,1,'Chưa tốt','',7),
(4,2,'Đường tổ 5','',10),
(5,2,'Đường tổ 3','',20),
(6,2,'Cầu ván','',5),
(7,3,'Có','',8),
(8,3,'Không','',2),
(9,4,'Có','',0),
(10,4,'Không','',0),
(11,5,'Có','',1),
(12,5,'Không','',1),
(13,6,'Có','',4),
(14,7,'Có','',4294967295),
(15,7,'Không','',1),
(16,8,'Có','',3),
(17,8,'Không','',0);
/*!40000 ALTER TABLE `nv4_vi_voting_rows` ENABLE KEYS */;
UNLOCK TABLES;

--
-- Table structure for table `nv4_vi_voting_voted`
--

DROP TABLE IF EXISTS `nv4_vi_voting_voted`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
/*!40101 SET character_set_client = utf8mb4 */;
CREATE TABLE `nv4_vi_voting_voted` (
  `vid` smallint(5) unsigned NOT NULL,
  `voted` text DEFAULT NULL,
  UNIQUE KEY `vid` (`vid`)
) ENGINE=MyISAM DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_general_ci;
/*!40101 SET character_set_client = @saved_cs_client */;

--
-- Dumping data for table `nv4_vi_voting_voted`
--

LOCK TABLES `nv4_vi_voting_voted` WRITE;
/*!40000 ALTER TABLE `nv4_vi_voting_voted` DISABLE KEYS */;
INSERT INTO `nv4_vi_voting_voted` VALUES
(1,'5,8,13');
/*!40000 ALTER TABLE `nv4_vi_voting_voted` ENABLE KEYS */;
UNLOCK TABLES;
/*!40103 SET TIME_ZONE=@OLD_TIME_ZONE */;

/*!40101 SET SQL_MODE=@OLD_SQL_MODE */;
/*!40014 SET FOREIGN_KEY_CHECKS=@OLD_FOREIGN_KEY_CHECKS */;
/*!40014 SET UNIQUE_CHECKS=@OLD_UNIQUE_CHECKS */;
/*!40101 SET CHARACTER_SET_CLIENT=@OLD_CHARACTER_SET_CLIENT */;
/*!40101 SET CHARACTER_SET_RESULTS=@OLD_CHARACTER_SET_RESULTS */;
/*!40101 SET COLLATION_CONNECTION=@OLD_COLLATION_CONNECTION */;
/*!40111 SET SQL_NOTES=@OLD_SQL_NOTES */;

-- Dump completed on 2026-11-26 19:36:55
