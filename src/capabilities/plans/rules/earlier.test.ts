import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { earlierPlan, type Plan } from '../rules.ts'
import { parsePlan } from './parse.ts'

const present = JSON.parse(readFileSync(new URL('../../../../examples/2023/plan.json', import.meta.url), 'utf8')) as Plan

test('an earlier year keeps the rules, has its own days, and asks nobody again', () => {
  const plan = earlierPlan(present, 2021)
  expect(plan).toMatchObject({ year: 2021, leavingDay: '2021-06-25', milestones: [], items: [], archiveChecklist: [] })
  expect(plan.document).toMatchObject({ number: null, issuedOn: '2021-05-16' })
  expect(plan.destinationPolicy).toEqual(present.destinationPolicy)
  expect(plan.letterPolicy).toEqual(present.letterPolicy)
  expect(plan.lampThresholds).toEqual(present.lampThresholds)
  expect(parsePlan(plan).allowed).toBe(true)
})

test('everybody of it has left: without a day in the present plan, by the end of June', () => {
  expect(earlierPlan({ ...present, leavingDay: null }, 2020).leavingDay).toBe('2020-06-30')
})
