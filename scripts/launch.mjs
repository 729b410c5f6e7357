#!/usr/bin/env node
// The commands of package.json, on a machine that may have nothing but Node 20: plain JavaScript without a dependency.
import { bench, build, check, start, test } from './launch/commands.mjs'
import { Refusal } from './launch/say.mjs'

const commands = { start, test, check, build, bench }
const [name = '', ...args] = process.argv.slice(2)

if (!Object.hasOwn(commands, name)) {
  console.error(`node scripts/launch.mjs ${Object.keys(commands).join(' | ')}`)
  process.exitCode = 2
} else {
  try {
    process.exitCode = await commands[name](args)
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error)
    process.exitCode = 1
  }
}
