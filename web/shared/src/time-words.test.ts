import { describe, expect, test } from 'vitest'
import { dueWords, fullTime, isWorkingDay, remaining, shortTime, urgencyOf, usedShare } from './time-words'

const at = (iso: string) => Date.parse(iso)
const NEW_YEAR = { holidays: new Set(['2027-01-01']), makeUpDays: new Set(['2027-01-03']) }

describe('a moment', () => {
  test('is "today" on the day itself, a date before it, and carries its year when that is another one', () => {
    const now = at('2026-11-23T16:00:00+08:00')
    expect(shortTime('2026-11-23T15:24:00+08:00', now, 'zh')).toBe('今天 15:24')
    expect(shortTime('2026-11-21T09:10:00+08:00', now, 'zh')).toBe('11-21 09:10')
    expect(shortTime('2025-11-21T09:10:00+08:00', now, 'en')).toBe('2025-11-21 09:10')
  })

  test('is told in the zone of the city, whatever zone it came in', () => {
    expect(fullTime('2026-11-22T23:30:00Z')).toBe('2026-11-23 07:30')
  })
})

describe('the time that is left', () => {
  test('is told in working days and hours, with the date beside it', () => {
    const now = at('2026-11-24T15:00:00+08:00')
    expect(dueWords('2026-11-25T18:00:00+08:00', now, 'zh')).toBe('剩 1 个工作日 3 小时（11-25 18:00 到期）')
    expect(dueWords('2026-11-25T18:00:00+08:00', now, 'en')).toBe('1 working day 3 h left (due 11-25 18:00)')
  })

  test('does not count a weekend', () => {
    const friday = at('2026-11-20T17:00:00+08:00')
    expect(remaining('2026-11-24T18:00:00+08:00', friday, 'zh')).toBe('剩 2 个工作日 1 小时')
  })

  test('runs by the hour over a weekend where the limit is in hours', () => {
    const friday = at('2026-11-20T20:00:00+08:00')
    expect(remaining('2026-11-21T20:00:00+08:00', friday, 'zh')).toBe('剩 24 小时')
    expect(remaining('2026-11-22T21:00:00+08:00', friday, 'zh')).toBe('剩 49 小时')
  })

  test('of 24 hours is not called a working day', () => {
    expect(remaining('2026-11-25T04:43:00+08:00', at('2026-11-24T04:43:00+08:00'), 'zh')).toBe('剩 24 小时')
  })

  test('counts a make-up day and skips a holiday', () => {
    expect(isWorkingDay(at('2027-01-03T12:00:00+08:00'), NEW_YEAR)).toBe(true)
    expect(isWorkingDay(at('2027-01-01T12:00:00+08:00'), NEW_YEAR)).toBe(false)
    expect(remaining('2027-01-04T18:00:00+08:00', at('2026-12-31T18:00:00+08:00'), 'zh', NEW_YEAR)).toBe('剩 2 个工作日')
  })

  test('is told in minutes near the end', () => {
    const now = at('2026-11-23T15:24:00+08:00')
    expect(remaining('2026-11-23T15:59:30+08:00', now, 'zh')).toBe('剩 35 分钟')
    expect(remaining('2026-11-23T17:30:00+08:00', now, 'zh')).toBe('剩 2 小时 6 分钟')
  })

  test('drops the hours in a list when there are days enough', () => {
    const now = at('2026-11-23T15:24:00+08:00')
    expect(remaining('2026-11-26T18:00:00+08:00', now, 'zh', undefined, true)).toBe('剩 3 个工作日')
    expect(remaining('2026-11-24T18:24:00+08:00', now, 'zh', undefined, true)).toBe('剩 1 个工作日 3 小时')
  })

  test('becomes the time that is over', () => {
    expect(remaining('2026-11-23T13:00:00+08:00', at('2026-11-23T15:00:00+08:00'), 'zh')).toBe('超期 2 小时')
    expect(remaining('2026-11-20T13:00:00+08:00', at('2026-11-23T15:00:00+08:00'), 'en')).toBe('1 working day 2 h overdue')
  })
})

describe('urgency', () => {
  const due = { startedAt: '2026-11-16T09:00:00+08:00', dueAt: '2026-11-23T18:00:00+08:00' }

  test('is fine, then soon, then overdue', () => {
    expect(urgencyOf(due, at('2026-11-17T09:00:00+08:00'))).toBe('fine')
    expect(urgencyOf(due, at('2026-11-23T09:00:00+08:00'))).toBe('soon')
    expect(urgencyOf(due, at('2026-11-23T18:00:01+08:00'))).toBe('overdue')
  })

  test('goes with a share of the time used', () => {
    expect(usedShare(due.startedAt, due.dueAt, at('2026-11-16T09:00:00+08:00'))).toBe(0)
    expect(usedShare(due.startedAt, due.dueAt, at('2027-11-16T09:00:00+08:00'))).toBe(1)
  })
})
