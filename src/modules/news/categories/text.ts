import type { Lang } from '../../../shared/lang.ts'

/** Words of the categories' desk, in both languages. */
export interface CategoryText {
  errors: Record<'category_changed' | 'category_merged' | 'category_too_deep', string>
  fields: Record<'name' | 'parentId' | 'sort' | 'hidden' | 'into' | 'version', string>
  title: string
  lead: string
  link: string
  head: Record<'name' | 'order' | 'articles' | 'state' | 'address', string>
  state: Record<'shown' | 'hidden' | 'belowHidden', string>
  none: string
  inside: (parent: string) => string
  add: string
  addLead: string
  firstLevel: string
  hints: Record<'name' | 'rename' | 'parentId' | 'isParent' | 'sort' | 'hidden', string>
  create: string
  save: string
  saved: string
  change: string
  onSite: string
  merge: string
  mergeLead: string
  mergeButton: string
  mergedTitle: string
  mergedInto: (name: string) => string
  history: string
  event: Record<string, string>
  articles: (n: number) => string
}

export const text: Record<Lang, CategoryText> = {
  vi: {
    errors: {
      category_changed: 'Trong lúc bạn sửa, người khác đã đổi chuyên mục này. Những gì bạn gõ vẫn còn; hãy xem lại rồi lưu.',
      category_merged: 'Chuyên mục này đã được gộp vào chuyên mục khác, không sửa được nữa.',
      category_too_deep: 'Chuyên mục này có mục con nên chỉ gộp được vào một chuyên mục cấp một.',
    },
    fields: {
      name: 'Tên chuyên mục',
      parentId: 'Nằm trong',
      sort: 'Thứ tự',
      hidden: 'Ẩn với người đọc',
      into: 'Gộp vào',
      version: 'Phiên bản',
    },
    title: 'Chuyên mục',
    lead: 'Hai cấp, theo thứ tự mà người đọc thấy trên trang tin.',
    link: 'Chuyên mục',
    head: { name: 'Chuyên mục', order: 'Thứ tự', articles: 'Bài đang đăng', state: 'Hiển thị', address: 'Địa chỉ' },
    state: { shown: 'Hiện', hidden: 'Ẩn', belowHidden: 'Ẩn theo mục trên' },
    none: 'Chưa có chuyên mục nào.',
    inside: (parent) => `trong ${parent}`,
    add: 'Thêm chuyên mục',
    addLead: 'Địa chỉ được đặt theo tên.',
    firstLevel: 'Cấp một, không nằm trong mục nào',
    hints: {
      name: 'Ngắn, người đọc thấy trên đầu trang tin.',
      rename: 'Đổi tên thì địa chỉ đổi theo; địa chỉ cũ vẫn dẫn tới đây.',
      parentId: 'Chỉ có hai cấp: mục con không có mục con nữa.',
      isParent: 'Đang có mục con nên phải ở cấp một.',
      sort: 'Số nhỏ đứng trước, từ 0 đến 9999.',
      hidden: 'Không còn trong danh sách chuyên mục và bảng tin riêng. Bài bên trong vẫn đọc được và vẫn ở danh sách chung.',
    },
    create: 'Thêm',
    save: 'Lưu chuyên mục',
    saved: 'Đã lưu. Người đọc thấy ngay.',
    change: 'Sửa chuyên mục',
    onSite: 'Xem trên trang',
    merge: 'Gộp vào chuyên mục khác',
    mergeLead:
      'Mọi bài (cả nháp, đã gỡ), mục con và địa chỉ của chuyên mục này chuyển sang chuyên mục kia. Chữ trong bài không đổi, các bản đã lưu vẫn ghi tên cũ. Việc này không hoàn lại được bằng một nút.',
    mergeButton: 'Gộp',
    mergedTitle: 'Đã gộp',
    mergedInto: (name) => `đã gộp vào ${name}`,
    history: 'Đã diễn ra',
    event: {
      'category.added': 'Thêm chuyên mục',
      'category.changed': 'Sửa chuyên mục',
      'category.merged': 'Gộp vào chuyên mục khác',
      'category.absorbed': 'Nhận một chuyên mục gộp vào',
    },
    articles: (n) => `${n} bài chuyển sang`,
  },
  en: {
    errors: {
      category_changed: 'Somebody else changed this category while you worked. What you typed is still here; look again, then save.',
      category_merged: 'This category was merged into another one and cannot be changed any more.',
      category_too_deep: 'This category has others below it, so it can be merged only into one of the first level.',
    },
    fields: {
      name: 'Name of the category',
      parentId: 'Inside',
      sort: 'Order',
      hidden: 'Hidden from readers',
      into: 'Merge into',
      version: 'Version',
    },
    title: 'Categories',
    lead: 'Two levels, in the order in which readers see them.',
    link: 'Categories',
    head: { name: 'Category', order: 'Order', articles: 'Articles shown', state: 'Readers', address: 'Address' },
    state: { shown: 'Shown', hidden: 'Hidden', belowHidden: 'Hidden with the one above' },
    none: 'There is no category yet.',
    inside: (parent) => `inside ${parent}`,
    add: 'Add a category',
    addLead: 'Its address follows its name.',
    firstLevel: 'First level, inside none',
    hints: {
      name: 'Short; readers see it above the news.',
      rename: 'A new name is a new address; the old one still leads here.',
      parentId: 'There are two levels alone: nothing goes below the second.',
      isParent: 'Others are below it, so it stays on the first level.',
      sort: 'Small numbers come first, 0 to 9999.',
      hidden:
        'Gone from the list of categories, and its own list and feed too. Its articles can still be read and stay in the list of all.',
    },
    create: 'Add',
    save: 'Save the category',
    saved: 'Saved. Readers see it now.',
    change: 'Change the category',
    onSite: 'See it on the site',
    merge: 'Merge into another category',
    mergeLead:
      'All its articles (drafts and withdrawn ones too), what is below it and its addresses go to the other one. The texts do not change, and saved editions keep the old name. No button takes this back.',
    mergeButton: 'Merge',
    mergedTitle: 'Merged',
    mergedInto: (name) => `merged into ${name}`,
    history: 'What happened',
    event: {
      'category.added': 'Category added',
      'category.changed': 'Category changed',
      'category.merged': 'Merged into another one',
      'category.absorbed': 'Another one was merged into this',
    },
    articles: (n) => `${n} ${n === 1 ? 'article' : 'articles'} moved`,
  },
}
