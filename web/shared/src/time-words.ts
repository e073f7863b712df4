/** Times as people of the hotline say them, always in the city's zone whatever the office PC is set to. */

export type Language = 'zh' | 'en'

/** The days that differ from "Monday to Friday is worked": holidays and make-up days 调休. */
export interface SpecialDays {
  holidays: ReadonlySet<string>
  makeUpDays: ReadonlySet<string>
}

export const PLAIN_WEEKS: SpecialDays = { holidays: new Set(), makeUpDays: new Set() }

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** China has one zone and no summer time, so a shift by eight hours reads the city's clock from UTC getters. */
const EAST_8 = 8 * HOUR

const two = (number: number) => String(number).padStart(2, '0')

function parts(at: number) {
  const shifted = new Date(at + EAST_8)
  const month = two(shifted.getUTCMonth() + 1)
  const day = two(shifted.getUTCDate())
  return {
    year: shifted.getUTCFullYear(),
    monthDay: `${month}-${day}`,
    date: `${shifted.getUTCFullYear()}-${month}-${day}`,
    clock: `${two(shifted.getUTCHours())}:${two(shifted.getUTCMinutes())}`,
    weekday: shifted.getUTCDay(),
  }
}

/** `2026-11-23` in the city's zone. */
export const dateOf = (at: number) => parts(at).date

/** `2026-11-23 15:24` */
export function fullTime(iso: string) {
  const { date, clock } = parts(Date.parse(iso))
  return `${date} ${clock}`
}

/** For lists: `今天 15:24`, `11-21 09:10`, with the year when it is another one. */
export function shortTime(iso: string, now: number, language: Language) {
  const then = parts(Date.parse(iso))
  const today = parts(now)
  if (then.date === today.date) return `${language === 'zh' ? '今天' : 'today'} ${then.clock}`
  return `${then.year === today.year ? then.monthDay : then.date} ${then.clock}`
}

export function isWorkingDay(at: number, days: SpecialDays) {
  const { date, weekday } = parts(at)
  if (days.makeUpDays.has(date)) return true
  return weekday !== 0 && weekday !== 6 && !days.holidays.has(date)
}

interface Span { workingDays: number, hours: number, minutes: number }

/** Whole working days counted back from the end, then what remains of the day they leave. A day or less is told by the hour. */
function spanBetween(start: number, end: number, days: SpecialDays): Span {
  let cursor = end
  let workingDays = 0
  while (end - start > DAY && cursor - DAY >= start) {
    if (isWorkingDay(cursor, days)) workingDays++
    cursor -= DAY
  }
  // Without a working day between, hours run as on any clock; beside working days, the rest of a day off is no time.
  const rest = workingDays === 0 ? end - start : isWorkingDay(cursor, days) ? cursor - start : 0
  return { workingDays, hours: Math.floor(rest / HOUR), minutes: Math.floor(rest % HOUR / MINUTE) }
}

function spanWords({ workingDays, hours, minutes }: Span, language: Language, brief: boolean) {
  const zh = language === 'zh'
  if (workingDays > 0) {
    const whole = zh ? `${workingDays} 个工作日` : `${workingDays} working day${workingDays > 1 ? 's' : ''}`
    return hours > 0 && !(brief && workingDays > 1) ? `${whole} ${hours} ${zh ? '小时' : 'h'}` : whole
  }
  if (hours > 0) {
    const whole = `${hours} ${zh ? '小时' : 'h'}`
    return hours < 4 && minutes > 0 ? `${whole} ${minutes} ${zh ? '分钟' : 'min'}` : whole
  }
  return minutes > 0 ? `${minutes} ${zh ? '分钟' : 'min'}` : zh ? '不到 1 分钟' : 'under a minute'
}

export type Urgency = 'fine' | 'soon' | 'overdue'

/** Soon: a quarter of the time or less is left, or it is due today. */
export function urgencyOf(due: { startedAt?: string, dueAt: string }, now: number): Urgency {
  const end = Date.parse(due.dueAt)
  if (now > end) return 'overdue'
  const nearly = due.startedAt !== undefined && (end - now) * 4 <= end - Date.parse(due.startedAt)
  return dateOf(end) === dateOf(now) || nearly ? 'soon' : 'fine'
}

/** `剩 1 个工作日 3 小时` · `超期 2 小时`; `brief` drops the hours where there are days enough. */
export function remaining(dueAt: string, now: number, language: Language, days = PLAIN_WEEKS, brief = false) {
  const end = Date.parse(dueAt)
  const words = spanWords(spanBetween(Math.min(now, end), Math.max(now, end), days), language, brief)
  if (now > end) return language === 'zh' ? `超期 ${words}` : `${words} overdue`
  return language === 'zh' ? `剩 ${words}` : `${words} left`
}

/** `剩 1 个工作日 3 小时（11-25 18:00 到期）` */
export function dueWords(dueAt: string, now: number, language: Language, days = PLAIN_WEEKS) {
  const left = remaining(dueAt, now, language, days)
  const due = parts(Date.parse(dueAt))
  const when = `${due.year === parts(now).year ? due.monthDay : due.date} ${due.clock}`
  return language === 'zh' ? `${left}（${when} 到期）` : `${left} (due ${when})`
}

/** How much of the time is used up, 0 to 1. */
export function usedShare(startedAt: string, dueAt: string, now: number) {
  const start = Date.parse(startedAt)
  const length = Date.parse(dueAt) - start
  return length <= 0 ? 1 : Math.min(1, Math.max(0, (now - start) / length))
}
