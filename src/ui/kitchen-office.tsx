import { IntervalBar } from './bars.tsx'
import { IdentityBar } from './casework.tsx'
import { Select } from './choices.tsx'
import { ColumnChart } from './column-chart.tsx'
import { DataTable } from './data-table.tsx'
import { SearchBox } from './front.tsx'
import { KeyboardHelp } from './keyboard-help.tsx'
import { FilterPanel, Pager, StatTiles, Tabs } from './lists.tsx'
import { EmptyState, PageHead, Tag } from './page-parts.tsx'
import { TextField } from './text-field.tsx'

const subjects = [
  'Đường Lý Thái Tổ ngập sau mỗi trận mưa, nước tràn vào nhà',
  'Khiếu nại quyết định thu hồi đất số 15/QĐ-UBND',
  'Đèn đường tắt ở hẻm 12',
  'Đề nghị lắp biển báo trước trường học',
]

/** An inbox, filtered, with keys. */
export function KitchenOffice() {
  return (
    <>
      <PageHead title="Hộp việc" />
      <StatTiles
        items={[
          { value: '24', label: 'của tôi' },
          { value: '5', label: 'đến hạn trong 3 ngày', tone: 'soon' },
          { value: '2', label: 'quá hạn', tone: 'late' },
        ]}
      />
      <ColumnChart
        label="Đơn nhận và trả lời theo tháng; số liệu có trong bảng dưới"
        series={[
          { name: 'Đã nhận', tone: 'paused' },
          { name: 'Đúng hạn', tone: 'kept' },
          { name: 'Trễ hạn', tone: 'late' },
        ]}
        items={Array.from({ length: 12 }, (_, i) => ({
          label: String(i + 1),
          under: i === 0 ? '2026' : undefined,
          values: [20 + i * 3, 15 + i * 2, i % 4],
        }))}
        numbered={String}
      />
      <IntervalBar low={0.62} at={0.8} high={0.91} />
      <Tabs
        label="Các mục"
        items={[
          { href: '?view=mine', text: 'Của tôi', count: 24, current: true },
          { href: '?view=unassigned', text: 'Chưa giao', count: 3 },
          { href: '?view=due', text: 'Đến hạn trong 3 ngày', count: 5 },
          { href: '?view=overdue', text: 'Quá hạn', count: 2, tone: 'late' },
          { href: '?view=all', text: 'Tất cả', count: '1.204' },
        ]}
      />
      <SearchBox action="/lam-viec" name="q" label="Tìm trong hộp việc" submit="Tìm" keep={{ view: 'mine' }} />
      <FilterPanel
        action="/lam-viec"
        applied={[
          { text: 'Khiếu nại', removeHref: '?' },
          { text: 'Phường Long Thủy', removeHref: '?' },
        ]}
        clearHref="?"
      >
        <Select name="kind" label="Loại" items={[{ value: 'complaint', text: 'Khiếu nại' }]} empty="Tất cả" />
        <TextField name="from" label="Từ ngày" type="date" />
      </FilterPanel>
      <IdentityBar
        code="PL-2026-00128"
        title={subjects[0]}
        tags={<Tag tone="soon">Còn 4 ngày</Tag>}
        actions={<a href="#xong">Trả lời</a>}
      />
      <DataTable
        caption="Đơn của tôi, gần hạn nhất ở trên"
        captionHidden
        dense
        stack
        keys
        rowHeads
        head={[
          { text: 'Mã' },
          { text: 'Nội dung' },
          { text: 'Loại' },
          { text: 'Đơn vị' },
          { text: 'Hạn' },
          { text: 'Còn lại', numeric: true },
        ]}
        rows={Array.from({ length: 12 }, (_, i) => ({
          tone: i === 0 ? ('late' as const) : i < 3 ? ('soon' as const) : undefined,
          cells: [
            <a href={`/lam-viec/don/${i}`}>{`PL-2026-00${100 + i}`}</a>,
            subjects[i % 4],
            i % 2 ? 'Khiếu nại' : 'Kiến nghị',
            'Đội Quản lý đô thị',
            'Thứ năm, 09/03/2017',
            i === 0 ? <Tag tone="late">Trễ 3 ngày</Tag> : <Tag tone={i < 3 ? 'soon' : 'neutral'}>{`${i} ngày`}</Tag>,
          ],
        }))}
      />
      <Pager previous={{ href: '?before=a' }} next={{ href: '?after=b' }} />
      <DataTable
        caption="Đơn vị (bảng xếp chồng trên điện thoại)"
        stack
        rowHeads
        head={[{ text: 'Đơn vị' }, { text: 'Hiệu lực' }, { text: 'Đang giữ', numeric: true }]}
        rows={[{ cells: ['Đội Quản lý đô thị', 'từ 01/01/2016', '14'] }, { cells: ['Phòng Y tế', 'từ 01/01/2016', '3'] }]}
      />
      <DataTable
        caption="Bảng rộng, cuộn ngang trên điện thoại"
        dense
        head={[{ text: 'Mã' }, { text: 'Nội dung' }, { text: 'Hạn' }]}
        rows={subjects.map((subject, i) => ({ cells: [`PL-2026-0020${i}`, subject, 'Thứ năm, 09/03/2017'] }))}
      />
      <DataTable caption="Trống" head={[{ text: 'Mã' }]} rows={[]} empty={<EmptyState />} />
      <KeyboardHelp
        keys={[
          { key: 'j', does: 'xuống một dòng' },
          { key: 'k', does: 'lên một dòng' },
          { key: 'Enter', does: 'mở đơn' },
          { key: '/', does: 'tìm kiếm' },
        ]}
      />
    </>
  )
}
