export const paths = {
  public: '/so-cong-khai/nhan-chung',
  admin: '/lam-viec/quan-tri/nhan-chung',
  retire: (id: string) => `/lam-viec/quan-tri/nhan-chung/${id}/thoi`,
}
