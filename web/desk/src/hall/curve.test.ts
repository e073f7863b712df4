import { describe, expect, test } from 'vitest'
import { ceiling, curveOf, soFar } from './curve'
import { isStale, STALE } from './wall-data'

const day = [
  { from: '00:00', calls: 2, lastWeek: 4 },
  { from: '00:30', calls: 8, lastWeek: 6 },
  { from: '01:00', calls: null, lastWeek: 10 },
]

describe('the curve of the wall', () => {
  test('ends today where today is, and goes on with the ghost of last week', () => {
    const { today, lastWeek, end } = curveOf(day, 300, 100)
    expect(today).toBe('M50.0 80.0L150.0 20.0')
    expect(lastWeek).toBe('M50.0 60.0L150.0 40.0L250.0 0.0')
    expect(end).toEqual({ x: 150, y: 20, calls: 8 })
  })

  test('has a grid of round numbers', () => {
    expect(ceiling(7)).toBe(8)
    expect(ceiling(61)).toBe(80)
    expect(curveOf(day, 300, 100).ticks.map(tick => tick.calls)).toEqual([0, 5, 10])
  })

  test('compares with last week only as far as today has come', () => {
    expect(soFar(day)).toEqual({ calls: 10, lastWeek: 10 })
  })

  test('of a day without calls is a flat line and no error', () => {
    expect(curveOf([], 300, 100)).toMatchObject({ today: '', lastWeek: '', end: null })
  })
})

test('numbers older than a quarter of a minute are called stopped', () => {
  expect(isStale(0, STALE)).toBe(false)
  expect(isStale(0, STALE + 1)).toBe(true)
})
