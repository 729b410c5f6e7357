import type { BehalfText } from './text.ts'

export const vi: BehalfText = {
  fields: {
    behalf: 'Gửi cho ai',
    represented: 'Người được đại diện',
    group: 'Nhóm người cùng đơn',
    'represented.ground': 'Vì sao bạn được đại diện',
    'represented.name': 'Người được đại diện tên là',
    'represented.address': 'Địa chỉ người được đại diện',
    'represented.identityNumber': 'Số định danh của người được đại diện',
    'group.people': 'Số người cùng đơn',
    spokespeople: 'Người cùng đại diện cho nhóm',
    signers: 'Người ký tên',
    representedName: 'Người được đại diện tên là',
    representedAddress: 'Địa chỉ người được đại diện',
    representedIdentity: 'Số định danh của người được đại diện',
    people: 'Số người cùng đơn',
    ground: 'Vì sao bạn được đại diện',
    identityNumber: 'Số định danh cá nhân',
  },
  form: {
    title: 'Bạn gửi cho ai?',
    behalf: 'Gửi cho ai',
    choices: {
      self: 'Cho tôi',
      representative: 'Thay một người khác',
      group: 'Cho một nhóm từ 5 người trở lên',
    },
    representative: 'Gửi thay một người khác: ghi về người đó',
    representativeLead:
      'Khiếu nại thay người khác cần giấy ủy quyền hoặc giấy tờ chứng minh quan hệ: bạn có thể kèm ảnh ở trên, hoặc mang đến khi cán bộ hẹn.',
    groupTitle: 'Gửi cho một nhóm người: ghi về nhóm',
    groupLead: 'Bạn là người đại diện thứ nhất của nhóm. Nhóm có thể cử thêm, tất cả không quá 5 người đại diện.',
    peopleHint: 'Kể cả bạn.',
    spokespeopleHint: 'Không bắt buộc. Mỗi người một dòng: họ và tên, rồi dấu phẩy, rồi địa chỉ. Nhiều nhất 4 người.',
    signersHint: 'Không bắt buộc; có thể kèm ảnh tờ chữ ký. Mỗi người một dòng: họ và tên, rồi dấu phẩy, rồi địa chỉ.',
    identityHint:
      '12 số của số định danh cá nhân (căn cước), hoặc 9 số của chứng minh nhân dân cũ. Không bắt buộc khi gửi; cán bộ có thể hỏi khi thụ lý khiếu nại.',
  },
  grounds: {
    guardian: 'Là cha mẹ, người giám hộ hoặc đại diện theo pháp luật',
    relative: 'Được người thân ủy quyền vì ốm đau, già yếu hoặc không thể tự làm',
    lawyer: 'Là luật sư, trợ giúp viên pháp lý được ủy quyền',
    organisation: 'Là người đại diện của cơ quan, tổ chức',
  },
  roles: { represented: 'Người được đại diện', spokesperson: 'Cùng đại diện', signer: 'Người ký tên' },
  ofMany: (n) => `Đơn nhiều người (${n})`,
  forAnother: 'Gửi thay người khác',
  ground: 'Căn cứ đại diện',
  paper: 'Nhớ xem giấy ủy quyền hoặc giấy tờ chứng minh trước khi thụ lý.',
  hidden: 'Bạn không có quyền xem tên của những người liên quan.',
  erased: 'Không có tên nào được ghi.',
}
