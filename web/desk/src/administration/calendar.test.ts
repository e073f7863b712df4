import { describe, expect, test } from 'vitest'
import { monthOf, toggled } from './calendar'

describe('a month of the working calendar', () => {
  test('begins on its weekday, weeks on Monday', () => {
    const { blanks, days } = monthOf(2026, 11)
    expect(blanks).toBe(6)
    expect(days).toHaveLength(30)
    expect(days[0]).toEqual({ date: '2026-11-01', day: 1, weekend: true })
  })

  test('makes a weekday a holiday and a weekend day a make-up day, and back', () => {
    const [sunday, monday] = monthOf(2026, 11).days
    const days = toggled(toggled([], monday!, '测试'), sunday!, '测试')
    expect(days).toEqual([
      { day: '2026-11-01', kind: 'make-up', name: '测试' },
      { day: '2026-11-02', kind: 'holiday', name: '测试' },
    ])
    expect(toggled(days, sunday!, '')).toHaveLength(1)
  })
})
