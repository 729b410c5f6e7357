declare module '../../platform/database.ts' {
  interface Database {
    search_documents: {
      authority_id: number
      type: string
      subject_id: string
      href: string
      title: string
      words: string
      published_at: Date
      search_plain: string
      search_toned: string
    }
    search_words: { authority_id: number; word: string; documents: number }
  }
}

export {}
