import type { Call, Seat, SeatState } from './seat'

/** 通话 in all its forms: somebody is on the line. */
const IN_CALL: readonly SeatState[] = ['TALKING', 'HOLDING', 'MUTED', 'CONFERENCE']

export const inCall = (seat: Seat | null) => seat !== null && IN_CALL.includes(seat.state)

/** What rings because this person asked for it, or comes back after the page was loaded again, is not answered by hand. */
export const answersItself = (seat: Seat) => seat.listening !== null || (seat.call !== null && (inCall(seat) || (seat.state === 'RINGING' && seat.reason === 'BACK')))

export const may = (seat: Seat | null, verb: string) => seat?.may.includes(verb) ?? false

/** A key pressed twice in a hurry must not hang up on somebody who has just been answered. */
const BREATH = 3000

/** 接听 F2 takes the call that rings, and later ends it. */
export function verbOfF2(seat: Seat | null, now: number): 'answer' | 'hang-up' | null {
  if (seat?.state === 'RINGING') return 'answer'
  if (!may(seat, 'hang-up')) return null
  const answered = seat?.call?.answeredAt
  return answered && now - Date.parse(answered) < BREATH ? null : 'hang-up'
}

/** 保持 F4: one key, there and back. */
export const verbOfF4 = (seat: Seat | null) => ['unhold', 'hold'].find(verb => may(seat, verb)) ?? null

/** 三方 F9 joins at once where a second one is already asked; otherwise it must first be said who. */
export const joinsAtOnce = (seat: Seat | null) => may(seat, 'conference')

/** Since when the timer of the call counts: from the answer, before it from the first ring. */
export const callSince = (call: Call) => call.answeredAt ?? call.since
