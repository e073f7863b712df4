import { expect, test } from 'vitest'
import { factsOf } from './step-facts'
import type { Step } from './work-order'

const step = (data: Record<string, unknown>, department: string | null = null): Step => ({
  seq: 1, action: 'RETURN', at: '2026-11-24T09:00:00+08:00', actor: 'a', actorName: '甲', role: 'HANDLER', department,
  from: null, to: null, reason: '', changes: {}, data,
})

test('a return tells its basis and whom it suggests, in one order whatever the server sends', () => {
  const facts = factsOf(step({ suggested: 'ncq', basis: '三定方案', reasonCode: 'NOT_OUR_DUTY' }))
  expect(facts.map(({ field }) => field)).toEqual(['reasonCode', 'basis', 'suggested'])
})

test('a department is not told its own name', () => {
  expect(factsOf(step({ department: 'mzj' }, 'mzj'))).toEqual([])
  expect(factsOf(step({ department: 'mzj' }, 'hotline'))).toHaveLength(1)
})

test('what is empty, untrue or unknown is not told', () => {
  expect(factsOf(step({ basis: '', requesterTold: false, template: 'T1', amount: 0 }))).toEqual([
    { field: 'amount', telling: 'working-days', value: '0' },
  ])
})
