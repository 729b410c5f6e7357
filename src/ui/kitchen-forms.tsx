import { Checkbox, Checkboxes, Radios, Select } from './choices.tsx'
import { Button, ButtonLink, ButtonRow, ErrorSummary, Form } from './form.tsx'
import { SummaryList } from './lists.tsx'
import { Details, Notice, PageHead } from './page-parts.tsx'
import { StarRadios } from './star-radios.tsx'
import { FileField, PasswordField, TextArea, TextField } from './text-field.tsx'

const kinds = [
  { value: 'feedback', text: 'Phản ánh', hint: 'Báo một việc đang xảy ra: đường hỏng, rác, tiếng ồn.' },
  { value: 'recommendation', text: 'Kiến nghị', hint: 'Đề nghị chính quyền làm hoặc thay đổi một việc.' },
  { value: 'complaint', text: 'Khiếu nại' },
]

/** Fields empty, filled and wrong. */
export function KitchenForms() {
  return (
    <>
      <PageHead title="Gửi phản ánh, kiến nghị, khiếu nại" lead="Khoảng hai phút. Không cần tài khoản." />
      <ErrorSummary
        problems={[
          { field: 'kind', text: 'Hãy chọn loại đơn' },
          { field: 'subject', text: 'Hãy viết một dòng tóm tắt' },
          { field: 'files', text: 'Tệp "biên bản.exe" không phải ảnh hay PDF' },
        ]}
      />
      <Form action="/gui-don" csrf="x" draft="kitchen" enctype="multipart/form-data">
        <Radios name="kind" label="Bạn muốn gửi gì?" big items={kinds} error="Hãy chọn loại đơn" />
        <TextField
          name="subject"
          label="Tóm tắt trong một dòng"
          hint="Ví dụ: Đèn đường tắt ở hẻm 12."
          error="Hãy viết một dòng tóm tắt"
          maxlength={200}
          required
        />
        <TextArea name="body" label="Nội dung" rows={6} maxlength={2000} count value="Đường ngập sau mỗi trận mưa." />
        <Select
          name="hamlet"
          label="Nơi xảy ra"
          required={false}
          empty
          items={[
            {
              group: 'Phường Long Thủy',
              items: [
                { value: '1', text: 'Khu phố 1' },
                { value: '2', text: 'Khu phố 2' },
              ],
            },
            { value: '9', text: 'Nơi khác' },
          ]}
        />
        <TextField name="lat" label="Vĩ độ" width={10} inputmode="decimal" required={false} />
        <TextField name="lon" label="Kinh độ" width={10} inputmode="decimal" required={false} />
        <div data-pick-location="lat lon" />
        <FileField
          name="files"
          label="Ảnh hoặc PDF"
          hint="Tối đa 5 tệp, mỗi tệp không quá 10 MB."
          error={'Tệp "biên bản.exe" không phải ảnh hay PDF'}
          multiple
          photos
          most={5}
          accept="image/*,application/pdf"
        />
        <Checkboxes
          name="topics"
          label="Về việc gì?"
          required={false}
          items={[
            { value: 'a', text: 'Đất đai' },
            { value: 'b', text: 'Môi trường', hint: 'Rác, nước, tiếng ồn' },
          ]}
          values={['b']}
        />
        <StarRadios
          name="stars"
          label="Bạn chấm bài này mấy sao?"
          value="3"
          items={['1', '2', '3', '4', '5'].map((value) => ({ value, text: `${value} sao` }))}
        />
        <Radios
          name="publish"
          label="Có công khai không?"
          inline
          items={[
            { value: 'yes', text: 'Có' },
            { value: 'no', text: 'Không' },
          ]}
          value="no"
        />
        <PasswordField name="password" label="Mật khẩu" autocomplete="current-password" />
        <Checkbox name="agree" label="Tôi đã đọc lại và xác nhận nội dung trên" error="Hãy xác nhận" />
        <ButtonRow>
          <Button>Gửi đơn</Button>
          <ButtonLink href="/" look="second">
            Quay lại
          </ButtonLink>
          <button class="govuk-button btn-2" type="button" data-print hidden>
            In
          </button>
        </ButtonRow>
      </Form>
      <Details summary="Đơn tố cáo thì gửi ở đâu?">
        <p>Đơn tố cáo không nhận qua cổng này.</p>
      </Details>
      <Notice title="Xem lại trước khi gửi" />
      <SummaryList
        rows={[
          { key: 'Loại đơn', value: 'Kiến nghị', action: { href: '#kind', text: 'Sửa' } },
          { key: 'Nội dung', value: 'Đường Lý Thái Tổ ngập sau mỗi trận mưa, nước tràn vào nhà.' },
        ]}
      />
      <div class="slip">
        <h2>Giấy biên nhận</h2>
        <p class="code">PL-2026-00128</p>
      </div>
    </>
  )
}
