declare module '../../platform/database.ts' {
  interface Database {
    tallies: { authority_id: number; name: string; owner: string; bucket: string; slot: number; n: number }
  }
}

export {}
