/** Annex I of Decree 30/2020, in the units of the format: twips (1/1440 inch) and half points. */
export const FONT = 'Times New Roman'
export const page = { width: 11_906, height: 16_838 } as const
/** 20 mm above and below, 30 mm at the left, 15 mm at the right; the page number in the middle of the upper margin. */
export const margin = { top: 1_134, bottom: 1_134, left: 1_701, right: 851, header: 567, footer: 567 } as const
export const textWidth = page.width - margin.left - margin.right
export const textWidthAcross = page.height - margin.left - margin.right
/** 14, 13, 12 and 11 points. */
export const size = { body: 28, head: 26, small: 24, recipients: 22 } as const
/** First line of a paragraph: 12.7 mm. */
export const FIRST_LINE = 720
/** Six points between paragraphs. */
export const AFTER = 120
/** 1.08 lines, in 240ths: between single and one and a half. */
export const LINE = 259
