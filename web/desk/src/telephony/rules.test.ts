import { describe, expect, test } from 'vitest'
import { answersItself, inCall, joinsAtOnce, verbOfF2, verbOfF4 } from './rules'
import { sampleCall, sampleSeat, talking } from './sample-seat'

const ringing = { ...sampleSeat, state: 'RINGING' as const, call: { ...sampleCall, answeredAt: null }, may: ['answer', 'refuse'] }
const answered = Date.parse(sampleCall.answeredAt!)

describe('F2', () => {
  test('answers what rings', () => {
    expect(verbOfF2(ringing, answered)).toBe('answer')
  })

  test('pressed twice in a hurry does not hang up on somebody who was just answered', () => {
    expect(verbOfF2(talking, answered + 1000)).toBeNull()
    expect(verbOfF2(talking, answered + 5000)).toBe('hang-up')
  })

  test('does nothing where there is no call', () => {
    expect(verbOfF2(sampleSeat, answered)).toBeNull()
    expect(verbOfF2(null, answered)).toBeNull()
  })
})

test('F4 holds, and takes back', () => {
  expect(verbOfF4(talking)).toBe('hold')
  expect(verbOfF4({ ...talking, state: 'HOLDING', may: ['unhold', 'hang-up'] })).toBe('unhold')
  expect(verbOfF4(sampleSeat)).toBeNull()
})

test('F9 joins at once only where a second one is on the line', () => {
  expect(joinsAtOnce(talking)).toBe(false)
  expect(joinsAtOnce({ ...talking, may: ['conference', 'drop-consult'] })).toBe(true)
})

describe('a telephone that rings in the browser', () => {
  test('waits for the hand when somebody calls', () => {
    expect(answersItself(ringing)).toBe(false)
    expect(answersItself(sampleSeat)).toBe(false)
  })

  test('answers by itself what this person has dialled, and the call that the page was loaded again in', () => {
    const dialled = { ...talking, call: { ...sampleCall, direction: 'OUT' as const, answeredAt: null } }
    expect(answersItself(dialled)).toBe(true)
    expect(answersItself({ ...ringing, reason: 'BACK' })).toBe(true)
    expect(answersItself({ ...sampleSeat, listening: { seat: '3', kind: 'LISTEN' } })).toBe(true)
  })
})

test('hold, mute and three-party are calls too; wrap-up is none', () => {
  expect(['TALKING', 'HOLDING', 'MUTED', 'CONFERENCE'].every(state => inCall({ ...talking, state: state as 'MUTED' }))).toBe(true)
  expect(inCall({ ...sampleSeat, state: 'AFTER_CALL' })).toBe(false)
})
