import type { ColumnType, Generated } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { RichText } from '../../kernel/rich-text.ts'
import type { NewsKind, NewsState, NewsStep } from './rules.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    news_drafts: {
      school_id: string
      id: string
      cohort_id: string
      unit_id: string
      path: string
      above_path: string | null
      kind: NewsKind
      title: string
      byline: string
      body: ColumnType<RichText, string, string>
      consent_on: Day | null
      state: Generated<NewsState>
      returned_from: 'above' | 'publicity' | null
      times: Generated<number>
      sent_on: Day | null
      version: Generated<number>
      made_by: string
      made_name: string
      made_at: Date
    }
    news_versions: {
      school_id: string
      news_id: string
      number: number
      path: string
      to_side: 'above' | 'publicity'
      content: string
      sha256: string
      at: Date
      by_name: string
    }
    news_events: {
      school_id: string
      id: string
      news_id: string
      path: string
      step: NewsStep
      inside: boolean
      on_day: Day
      at: Date
      actor_id: string
      actor_name: string
      words: string
    }
    news_links: {
      school_id: string
      id: string
      news_id: string
      path: string
      platform: string
      url: string
      on_day: Day
      by_name: string
    }
    news_photos: {
      school_id: string
      id: string
      news_id: string
      path: string
      position: number
      caption: Generated<string>
      name: string
      size: number
      width: number
      height: number
      sha256: string
      file_id: string
      thumbnail_id: string
    }
  }
}
