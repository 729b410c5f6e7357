export const vi = {
  fields: { tu: 'Từ ngày', den: 'Đến ngày' },
}
