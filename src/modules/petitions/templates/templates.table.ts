import type { Outcome } from '../petition.ts'

declare module '../../../platform/database.ts' {
  interface Database {
    answer_templates: AnswerTemplatesTable
    answer_template_versions: AnswerTemplateVersionsTable
  }
}

interface AnswerTemplatesTable {
  authority_id: number
  id: string
  unit_id: string | null
  version: number
  retired_at: Date | null
}

interface AnswerTemplateVersionsTable {
  authority_id: number
  template_id: string
  version: number
  title: string
  outcome: Outcome
  text: string
  written_by: string
  written_at: Date
}
