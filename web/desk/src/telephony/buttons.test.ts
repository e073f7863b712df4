import { expect, test } from 'vitest'
import { barVerbs } from './buttons'
import { sampleCall, sampleSeat, talking } from './sample-seat'
import type { Seat } from './seat'

const verbs = (seat: Seat) => barVerbs(seat).map(({ verb }) => verb)

test('a call that rings can be answered or refused, and nothing else stands in the way', () => {
  expect(verbs({ ...sampleSeat, state: 'RINGING', call: sampleCall, may: ['answer', 'refuse'] })).toEqual(['answer', 'refuse'])
})

test('a call has its buttons in their places', () => {
  expect(verbs(talking)).toEqual(['conference', 'hold', 'mute', 'transfer', 'keys', 'pause-recording', 'hang-up', 'emergency'])
})

test('what goes back and forth stands in the same place', () => {
  const held = { ...talking, state: 'HOLDING' as const, may: ['unhold', 'hang-up', 'resume-recording', 'unmute'] }
  expect(verbs(held)).toEqual(['unhold', 'unmute', 'resume-recording', 'hang-up', 'emergency'])
})

test('the emergency button never goes, only waits for a call', () => {
  expect(verbs(sampleSeat)).toEqual(['emergency'])
  expect(verbs({ ...sampleSeat, seat: null })).toEqual([])
})

test('who is asked can be handed the call, joined, or sent away; and is not asked a second time', () => {
  const asking = { ...talking, may: ['complete-transfer', 'conference', 'drop-consult', 'hang-up', 'emergency'] }
  expect(verbs(asking)).toEqual(['complete-transfer', 'conference', 'drop-consult', 'hang-up', 'emergency'])
  expect(barVerbs(asking).find(({ verb }) => verb === 'conference')?.opens).toBeUndefined()
  expect(barVerbs(talking).find(({ verb }) => verb === 'conference')?.opens).toBe('conference')
})
