import { now } from '../clock/clock'
import type { Period } from './supervision'

/** A day as the server reads it, by the city's clock on the wall. */
export const dayOf = (at: Date) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at)

const today = () => new Date(`${dayOf(new Date(now.value))}T00:00:00Z`)
const iso = (day: Date) => day.toISOString().slice(0, 10)
const plus = (day: Date, days: number) => new Date(day.getTime() + days * 86_400_000)

export const thisDay = () => iso(today())
/** Weeks begin on Monday. */
export const thisWeek = (): Period => ({ from: iso(plus(today(), -((today().getUTCDay() + 6) % 7))), to: iso(today()) })
export const thisMonth = (): Period => ({ from: `${iso(today()).slice(0, 8)}01`, to: iso(today()) })
export function lastMonth(): Period {
  const last = plus(new Date(`${iso(today()).slice(0, 8)}01T00:00:00Z`), -1)
  return { from: `${iso(last).slice(0, 8)}01`, to: iso(last) }
}
export const ninetyDays = (): Period => ({ from: iso(plus(today(), -89)), to: iso(today()) })
