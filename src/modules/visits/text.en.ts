import type { VisitsText } from './text.ts'

export const en: VisitsText = {
  footer: { title: 'Visits', online: 'Online now', today: 'Today', month: 'This month', total: 'All visits' },
}
