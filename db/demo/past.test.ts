import { expect, test } from 'vitest'
import { demoTown } from './demo-data.ts'
import { problemsWith } from './demo-rules.ts'
import { pastPetitions } from './past.ts'

test('the past year keeps the rules of the town, except that it is the past', () => {
  for (const petition of pastPetitions)
    expect([
      petition.subject,
      problemsWith(petition, demoTown).filter((problem) => problem !== 'filed outside the last seventy days'),
    ]).toEqual([petition.subject, []])
})

test('has no two petitions alike, none that the forty could be mistaken for, and none in public', () => {
  const subjects = pastPetitions.map(({ subject, hamlet, filedDaysAgo }) => `${subject} ${hamlet.unit} ${filedDaysAgo}`)
  expect(new Set(subjects).size).toBe(pastPetitions.length)
  for (const { filedDaysAgo, publish } of pastPetitions) {
    expect(filedDaysAgo > 70 && filedDaysAgo <= 350).toBe(true)
    expect(publish).toBe(false)
  }
})

test('has something to compare: units with many answers and units with few, late ones and every verdict', () => {
  const ofUnit = (key: string) =>
    pastPetitions.filter(({ acts }) => acts.some((act) => act.act === 'accept' && act.input.unit === key)).length
  expect(ofUnit('do-thi')).toBeGreaterThan(30)
  expect(ofUnit('ld-tbxh')).toBeLessThan(10)
  const late = pastPetitions.filter(({ acts }) => acts.some((act) => act.act === 'issueAnswer' && act.afterDays > 17))
  expect(late.length).toBeGreaterThan(10)
  expect(late.length).toBeLessThan(pastPetitions.length / 3)
  const verdicts = new Set(pastPetitions.flatMap(({ acts }) => acts.flatMap((act) => (act.act === 'rate' ? [act.input.solved] : []))))
  expect(verdicts).toEqual(new Set(['yes', 'partly', 'no']))
})
