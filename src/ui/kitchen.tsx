import type { Lang } from '../shared/lang.ts'
import type { Assets } from './assets.ts'
import { BarChart } from './bars.tsx'
import { Button, ButtonLink, ButtonRow } from './form.tsx'
import { Doors, Hero, ScoreCard, SearchBox, Section } from './front.tsx'
import { KitchenCase } from './kitchen-case.tsx'
import { KitchenForms } from './kitchen-forms.tsx'
import { KitchenOffice } from './kitchen-office.tsx'
import { Layout } from './layout.tsx'

export interface KitchenProps {
  assets: Assets
  lang: Lang
  /** Which parts are shown: the front page and a case, forms with and without errors, an officer's screen. */
  view?: 'front' | 'forms' | 'office' | undefined
}

const nav = [
  { href: '/', text: 'Trang chủ' },
  { href: '/gui-don', text: 'Gửi đơn' },
  { href: '/don', text: 'Đơn công khai' },
  { href: '/tra-cuu', text: 'Tra cứu' },
  { href: '/tiep-cong-dan', text: 'Tiếp công dân' },
]

const officeNav = [
  { href: '/lam-viec', text: 'Hộp việc', count: 24 },
  { href: '/lam-viec/lich-tiep', text: 'Lịch tiếp' },
  { href: '/lam-viec/so-lieu', text: 'Số liệu' },
]

function Front() {
  return (
    <>
      <Doors
        items={[
          {
            href: '/don',
            title: 'Dân biết',
            text: 'Điều chính quyền phải công khai',
            facts: ['Ngân sách, đất đai, quy hoạch', '42 mục, 39 đúng hạn'],
          },
          { href: '/ban', title: 'Dân bàn', text: 'Góp ý trước khi quyết định', facts: ['2 dự thảo đang lấy ý kiến'] },
          { href: '/lam', title: 'Dân làm', text: 'Việc chung, cùng đóng góp', facts: ['5 công trình khu phố'] },
          { href: '/kiem-tra', title: 'Dân kiểm tra', text: 'Giám sát, phản biện, đối chứng', facts: ['7 kiến nghị giám sát'] },
        ]}
      />
      <Section title="Việc mới giải quyết" lead="Chỉ những đơn mà người gửi đồng ý công khai." more={{ href: '/don', text: 'Xem tất cả' }}>
        <KitchenCase />
      </Section>
    </>
  )
}

function FrontHero() {
  return (
    <Hero
      title="Tiếng nói của bạn,"
      accent="có hạn trả lời."
      lead="Mỗi phản ánh, kiến nghị, khiếu nại gửi tới đây đều có mã hồ sơ, người chịu trách nhiệm và thời hạn rõ ràng."
      aside={
        <ScoreCard
          title="Giải quyết ý kiến Nhân dân, tháng 2/2017"
          tiles={[
            { value: '128', label: 'đã tiếp nhận' },
            { value: '96,1 %', label: 'đúng hạn', tone: 'ok' },
            { value: '3', label: 'đang quá hạn', tone: 'late', href: '/don?qua-han=1' },
          ]}
        >
          <BarChart
            caption="Đúng hạn theo cơ quan"
            captionHidden
            head={['Cơ quan', 'Đúng hạn']}
            items={[
              { label: 'P. Tài nguyên – MT', value: '91 %', share: 0.91 },
              { label: 'Đội Quản lý đô thị', value: '98 %', share: 0.98 },
              { label: 'UBND P. Long Thủy', value: '100 %', share: 1 },
              { label: 'P. Nội vụ', value: '84 %', share: 0.84, tone: 'running' },
            ]}
          />
        </ScoreCard>
      }
    >
      <ButtonRow>
        <ButtonLink href="/gui-don">Gửi phản ánh, kiến nghị</ButtonLink>
        <ButtonLink href="/don" look="second">
          Việc đã giải quyết
        </ButtonLink>
      </ButtonRow>
      <SearchBox action="/tra-cuu" name="code" label="Mã hồ sơ" submit="Tra cứu" placeholder="ví dụ PL-2026-00128" />
    </Hero>
  )
}

/** Every part in its states, for development: looked at as pictures, walked by axe. */
export function Kitchen({ assets, lang, view = 'front' }: KitchenProps) {
  const office = view === 'office'
  return (
    <Layout
      lang={lang}
      path="/phong-bep"
      title="Các phần của giao diện"
      site={{
        authorityName: 'Ủy ban nhân dân thị xã Phước Long',
        shortName: 'Thị xã Phước Long',
        demo: true,
        demoNotice: 'Dữ liệu trình diễn; cấp huyện kết thúc ngày 1/7/2025.',
      }}
      nav={office ? officeNav : nav}
      current={office ? '/lam-viec' : '/'}
      account={office ? { name: 'Lê Thị Hoa', href: '/tai-khoan', signOut: '/dang-xuat' } : null}
      csrf="x"
      assets={assets}
      islands={['draft', 'char-count', 'error-focus', 'office-keys', 'copy', 'photo', 'pick-location', 'print']}
      noindex
      office={office}
      wide={office}
      hero={view === 'front' ? <FrontHero /> : undefined}
      footer={
        <div>
          <b>Tiếp công dân</b>
          <p>Thứ tư hằng tuần, 7:30–11:00</p>
        </div>
      }
    >
      {view === 'front' && <Front />}
      {view === 'forms' && <KitchenForms />}
      {office && <KitchenOffice />}
      {office && (
        <ButtonRow>
          <Button look="danger">Không thụ lý</Button>
          <Button look="quiet">Để sau</Button>
          <Button disabled>Đang gửi</Button>
        </ButtonRow>
      )}
    </Layout>
  )
}
