import type { Generated } from 'kysely'
import type { FormName, Mapping } from './rules.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    form_templates: {
      school_id: string
      form: FormName
      file_id: string
      file_name: string
      mapping: Mapping
      uploaded_by: string
      uploaded_name: string
      uploaded_at: Date
      version: Generated<number>
    }
  }
}
