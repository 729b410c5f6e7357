import { ClockCard, Messages, Quote, Steps, Timeline } from './casework.tsx'
import { ArticleList } from './front.tsx'
import { Breadcrumbs, Card, EmptyState, Notice, PageHead, Prose, Tag, WithAside } from './page-parts.tsx'

const longWord = 'Khôngdấucáchnàocảtrongmộttừrấtdàimàngườidândánvào'.repeat(4)

/** Parts of one matter, as its filer sees it. */
export function KitchenCase() {
  return (
    <>
      <ArticleList
        items={[
          {
            href: '/don/PL-2026-00127',
            title: 'Nắp cống vỡ trước cổng Trường Tiểu học Thác Mơ, phường Thác Mơ',
            meta: 'Thứ năm, 23/02/2017 14:16 · Đội Quản lý đô thị',
            tags: (
              <>
                <Tag>Phản ánh</Tag>
                <Tag tone="ok">Đã giải quyết</Tag>
              </>
            ),
          },
        ]}
      />
      <Breadcrumbs
        items={[
          { href: '/', text: 'Trang chủ' },
          { href: '/don', text: 'Hồ sơ của Nhân dân' },
        ]}
        current="PL-2026-00128"
      />
      <PageHead
        title="Đường Lý Thái Tổ ngập sau mỗi trận mưa, nước tràn vào nhà"
        tags={
          <>
            <Tag>Kiến nghị</Tag>
            <Tag tone="soon">Đang giải quyết</Tag>
            <Tag tone="late">Trễ 3 ngày</Tag>
          </>
        }
        meta="Mã hồ sơ PL-2026-00128 · gửi 14:16, thứ năm 23/02/2017 · khu phố 3, phường Long Thủy"
        aside={
          <ClockCard
            label="Hạn trả lời"
            tag={<Tag>mục tiêu của địa phương</Tag>}
            big="Còn 4 ngày"
            tone="running"
            used={0.6}
            usedText="đã dùng 6 trên 10 ngày làm việc"
            link={{ href: '/han', text: 'Hạn này tính thế nào?' }}
          >
            <b>Thứ năm 09/03/2017</b> · 10 ngày làm việc, tính từ ngày sau ngày nhận 23/02/2017
          </ClockCard>
        }
      />
      <Steps
        label="Các bước"
        items={[
          { title: 'Tiếp nhận', note: '23/02 14:16', state: 'done' },
          { title: 'Thụ lý', note: '24/02 09:02', state: 'done' },
          { title: 'Xác minh', note: 'Đội Quản lý đô thị', state: 'now' },
          { title: 'Trả lời', note: 'hạn 09/03', state: 'next' },
          { title: 'Bạn đánh giá', note: 'mở lại nếu chưa thỏa đáng', state: 'next' },
        ]}
      />
      <WithAside
        aside={
          <>
            <ClockCard label="Hạn giải quyết" big="Trễ 3 ngày" tone="late" used={1} usedText="đã dùng hết thời hạn" />
            <ClockCard label="Hạn thụ lý" big="Đúng hạn" tone="kept" used={0.4} />
            <ClockCard label="Hạn giải quyết" big="Tạm đình chỉ" tone="paused" used={0.5} />
            <Card title="Mã bí mật của bạn">
              <p class="code" data-copy>
                K7QM-2XWT-9PFD-4HRN
              </p>
            </Card>
          </>
        }
      >
        <h2>Diễn biến</h2>
        <Timeline
          items={[
            {
              title: 'Đã kiểm tra hiện trường',
              when: 'Thứ hai 27/02/2017 10:40 · Đội Quản lý đô thị',
              dateTime: '2017-02-27T10:40:00+07:00',
              tone: 'ok',
              children: <Quote>Cống tại số 112 bị lấp 70 %. Đội đã lập biên bản và đề nghị nạo vét trước ngày 05/03.</Quote>,
            },
            { title: 'Quá hạn trả lời', when: 'Thứ sáu 24/02/2017', tone: 'late' },
            {
              title: 'Tiếp nhận qua cổng',
              when: 'Thứ năm 23/02/2017 14:16',
              children: <Prose text={`Dòng một\ndòng hai\n\nĐoạn hai. ${longWord}`} />,
            },
          ]}
        />
        <h2>Trao đổi</h2>
        <Messages
          items={[
            { from: 'Người gửi', when: '24/02/2017 08:00', side: 'in', children: <Prose text="Tôi xin gửi thêm ảnh chụp sáng nay." /> },
            { from: 'Đội Quản lý đô thị', when: '24/02/2017 09:30', side: 'out', children: <Prose text="Cảm ơn bà. Đội đã nhận ảnh." /> },
            {
              from: 'Lê Thị Hoa',
              when: '24/02/2017 10:00',
              side: 'internal',
              tag: <Tag tone="soon">Ghi chú nội bộ</Tag>,
              children: <Prose text="Trùng với PL-2026-00101?" />,
            },
          ]}
        />
        <Notice tone="ok" title="Đã gửi">
          <p>Chúng tôi đã nhận đơn của bạn.</p>
        </Notice>
        <Notice tone="soon">
          <p>Năm 2027 chưa có thông báo nghỉ lễ: ngày này là tạm tính.</p>
        </Notice>
        <Notice tone="late" title="Không gửi được" />
        <EmptyState title="Chưa có đơn nào hợp với bộ lọc này.">
          <p>Hãy bỏ bớt một điều kiện.</p>
        </EmptyState>
      </WithAside>
    </>
  )
}
