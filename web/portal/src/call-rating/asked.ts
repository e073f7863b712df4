import { newKey } from '../api/client'
import { askedCall, rateCall } from '../api/portal'
import { keptHere } from '../kit/kept'

/** 一次一评 by the link of a message: its code is the only key, so it leaves the address at once. */
const LINK = /^#\/rate-call\/([\w-]{4,64})$/

let kept = keptHere.read('rate-call') ?? ''

export const STARS = ['5', '4', '3', '2', '1'] as const
export type Stars = typeof STARS[number]

/** @return whether the address is such a link; its code is kept for this page */
export function takeCode(hash: string): boolean {
  const code = LINK.exec(hash)?.[1]
  if (!code) return false
  kept = code
  keptHere.write('rate-call', code)
  return true
}

export const hasCode = () => kept !== ''

/** When the call was. */
export const asked = () => askedCall(kept)

/** Pressed again on a bad line it is the same rating. */
export function useRating() {
  const key = newKey()
  return (stars: Stars) => rateCall(kept, Number(stars), key)
}
