import { expect, test } from 'vitest'
import { meanTimer, percent, totals } from './figures'
import type { Figure } from './hall'

const row = (over: Partial<Figure>): Figure => ({
  code: 'a', name: null, english: null, group: null, handled: 0, offered: 0, refused: 0, transfers: 0, talkSeconds: 0,
  wrapUpSeconds: 0, signedInSeconds: 0, occupancy: null, rating: null, ratings: 0, ...over,
})

test('the rating of all weighs each rating once', () => {
  expect(totals([row({ handled: 3, rating: 5, ratings: 9 }), row({ handled: 1, rating: 1, ratings: 1 })])).toMatchObject({ handled: 4, rating: 4.6, ratings: 10 })
})

test('a mean of nothing is no number', () => {
  expect(totals([]).rating).toBeNull()
  expect(meanTimer(0, 0)).toBe('—')
  expect(percent(null)).toBe('—')
})

test('a rate is told with one decimal', () => {
  expect(percent(0.9289)).toBe('92.9%')
})
