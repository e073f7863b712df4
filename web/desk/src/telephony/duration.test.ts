import { expect, test } from 'vitest'
import { asTimer, sinceTimer, untilTimer } from './duration'

const at = (iso: string) => Date.parse(iso)

test('a timer counts minutes and seconds, and hours only when there are some', () => {
  expect(asTimer(0)).toBe('0:00')
  expect(asTimer(67_900)).toBe('1:07')
  expect(asTimer(3_723_000)).toBe('1:02:03')
})

test('a clock that runs a little ahead of the server shows no time below nothing', () => {
  expect(sinceTimer('2026-11-25T10:00:05+08:00', at('2026-11-25T10:00:00+08:00'))).toBe('0:00')
})

test('a countdown shows its last second until it is over', () => {
  const end = '2026-11-25T10:00:30+08:00'
  expect(untilTimer(end, at('2026-11-25T10:00:00+08:00'))).toBe('0:30')
  expect(untilTimer(end, at('2026-11-25T10:00:29.400+08:00'))).toBe('0:01')
  expect(untilTimer(end, at('2026-11-25T10:00:31+08:00'))).toBe('0:00')
})
