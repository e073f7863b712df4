import { expect, test } from 'vitest'
import { partsOf } from './assignments'
import { sampleOrder } from './sample'
import type { Assignment, Clock, Reply } from './work-order'

const AT = '2026-11-24T01:00:00Z'
const assignment = (department: string, part: Assignment['part'], more: Partial<Assignment> = {}): Assignment =>
  ({ department, departmentName: null, part, assignedAt: AT, acceptedAt: null, repliedAt: null, endedAt: null, reply: null, ...more })
const clock = (kind: Clock['kind'], code: string, more: Partial<Clock> = {}): Clock => ({
  kind, holder: { kind: 'DEPARTMENT', code, name: null }, startedAt: AT, dueAt: '2026-11-26T10:00:00Z', firstDueAt: '2026-11-26T10:00:00Z',
  stoppedAt: null, overdue: false,
  how: { dueAt: '2026-11-26T10:00:00Z', limit: { amount: 2, unit: 'WORKING_DAYS', basis: '' }, restDays: 0, holidays: [], makeUpDays: [], unannounced: [] },
  ...more,
})

test('each department is shown with the clock that runs for it', () => {
  const parts = partsOf(sampleOrder({
    assignments: [assignment('a', 'LEAD'), assignment('b', 'SUPPORT'), assignment('c', 'SUPPORT')],
    clocks: [clock('HANDLE', 'a'), clock('SUPPORT', 'b', { overdue: true }), clock('SUPPORT', 'c', { stoppedAt: AT, overdue: true })],
  }))
  expect(parts.map(each => each.due?.clock)).toEqual(['HANDLE', 'SUPPORT', undefined])
  expect(parts.map(each => each.due?.overdue ?? each.late)).toEqual([false, true, true])
})

test('the reply of the lead is found among the replies', () => {
  const reply = { department: 'a', at: '2026-11-25T01:00:00Z' } as Reply
  const [lead] = partsOf(sampleOrder({ assignments: [assignment('a', 'LEAD')], replies: [reply] }))
  expect(lead?.repliedAt).toBe(reply.at)
})

test('a department that was relieved owes nothing any more', () => {
  const [gone] = partsOf(sampleOrder({ assignments: [assignment('a', 'LEAD', { endedAt: AT })], clocks: [clock('HANDLE', 'a')] }))
  expect(gone?.due).toBeNull()
})
