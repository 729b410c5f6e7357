import type { ColumnType, Generated } from 'kysely'
import type { MenuItem, MenuPlace } from './menu.ts'

declare module '../../platform/database.ts' {
  interface Database {
    site_menus: {
      authority_id: number
      place: MenuPlace
      version: Generated<number>
      items: ColumnType<MenuItem[], string, string>
      changed_by: string
      changed_at: Date
    }
  }
}
