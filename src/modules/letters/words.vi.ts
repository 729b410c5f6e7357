import type { CivilDate } from '../../shared/civil-date.ts'

/** Words of the form itself: a paper of the state is in Vietnamese, whatever language its reader chose. */
export const form = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: (words: string) => `Số: ${words}`,
  placeAndDay: (place: string, day: CivilDate | null) => {
    const [year, month, date] = day?.split('-') ?? []
    if (!date) return `${place}, ngày …… tháng …… năm ………`
    // Days below 10 and the months 1 and 2 carry a nought, so that nothing can be added by hand.
    return `${place}, ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
  },
  draft: 'DỰ THẢO',
  recipients: 'Nơi nhận:',
  appendix: (number: string | null) => (number ? `PHỤ LỤC ${number}` : 'PHỤ LỤC'),
  with: (kind: string, number: string, day: CivilDate | null, issuer: string) => {
    const [year, month, date] = day?.split('-') ?? ['………', '……', '……']
    return `(Kèm theo ${kind} số ${number} ngày ${date} tháng ${month} năm ${year} của ${issuer})`
  },
}
