import { expect, test } from 'vitest'
import { whenWords } from './times'

const NOW = Date.parse('2026-11-23T15:30:00+08:00')

test.each([
  ['2026-11-23T15:24:00+08:00', '今天 15:24', 'today 15:24'],
  ['2026-11-22T16:30:00Z', '今天 00:30', 'today 00:30'],
  ['2026-11-21T09:10:00+08:00', '11月21日 09:10', '21 Nov, 09:10'],
  ['2025-12-31T23:59:00+08:00', '2025年12月31日 23:59', '31 Dec 2025, 23:59'],
])('says %s as people say it, by China\'s clock', (iso, zh, en) => {
  expect(whenWords(iso, 'zh', NOW)).toBe(zh)
  expect(whenWords(iso, 'en', NOW)).toBe(en)
})
