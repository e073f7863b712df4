import { asTimer } from '../telephony/duration'
import type { Figure } from './hall'

/** Fewer than this are told, but not compared. */
export const SMALL = 10

export const meanTimer = (seconds: number, n: number) => n === 0 ? '—' : asTimer(seconds * 1000 / n)

/** A rate is never shown without what it is of. */
export const percent = (share: number | null | undefined) => share == null ? '—' : `${(share * 100).toFixed(1)}%`

/** All rows as one; the mean of the ratings weighs each rating once, not each person. */
export function totals(rows: readonly Figure[]) {
  const sum = (of: (row: Figure) => number) => rows.reduce((total, row) => total + of(row), 0)
  const ratings = sum(row => row.ratings)
  return {
    handled: sum(row => row.handled),
    talkSeconds: sum(row => row.talkSeconds),
    ratings,
    rating: ratings === 0 ? null : sum(row => (row.rating ?? 0) * row.ratings) / ratings,
  }
}
