import { article } from './article.ts'
import { backup } from './backup.ts'
import { crash } from './crash.ts'
import { deadlines } from './deadlines.ts'
import { filing } from './filing.ts'
import { firstPage } from './first-page.ts'
import { log } from './log.ts'
import { million } from './million.ts'
import { news } from './news.ts'
import { planReading } from './plan-reading.ts'
import { programmes } from './programmes.ts'
import { register } from './register.ts'
import type { Bench } from './report.ts'
import { scale } from './scale.ts'
import { search } from './search.ts'
import { verify } from './verify.ts'

const benches: Record<string, Bench> = {
  filing,
  register,
  article,
  scale,
  search,
  news,
  deadlines,
  'first-page': firstPage,
  crash,
  backup,
  log,
  verify,
  million,
  'plan-reading': planReading,
  programmes,
}

const [name, ...args] = process.argv.slice(2)
if (name !== undefined && !Object.hasOwn(benches, name)) {
  console.error(`npm run bench [-- ${Object.keys(benches).join(' | ')}]`)
  process.exitCode = 2
} else {
  for (const [bench, run] of Object.entries(benches)) {
    if (name !== undefined && name !== bench) continue
    await run((metric, value, unit) => console.log(JSON.stringify({ bench, metric, value: Math.round(value * 1000) / 1000, unit })), args)
  }
}
