import { get, put } from '@minsheng/shared/http'

export type DayKind = 'holiday' | 'make-up'
export interface SpecialDay { day: string, kind: DayKind, name: string }

/** 工作日历 of one year. Until the State Council's notice is out, weekends are all that is known of it. */
export interface CalendarYear { year: number, announced: boolean, notice: string, days: SpecialDay[] }

export const calendarOf = (year: number) => get<CalendarYear>(`/api/calendar/${year}`)
export const saveCalendar = (calendar: CalendarYear) => put<CalendarYear>(`/api/calendar/${calendar.year}`, calendar)

export interface Day { date: string, day: number, weekend: boolean }

/** The days of a month, with the empty cells before the first Monday. */
export function monthOf(year: number, month: number): { blanks: number, days: Day[] } {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const days = Array.from({ length }, (_, index) => {
    const at = new Date(Date.UTC(year, month - 1, index + 1))
    return { date: at.toISOString().slice(0, 10), day: index + 1, weekend: [0, 6].includes(at.getUTCDay()) }
  })
  return { blanks: (first + 6) % 7, days }
}

/** What a click makes of a day: a weekday becomes a holiday, a weekend a make-up day 调休, and either goes back. */
export function toggled(days: SpecialDay[], day: Day, name: string): SpecialDay[] {
  const rest = days.filter(each => each.day !== day.date)
  if (rest.length < days.length) return rest
  const kind: DayKind = day.weekend ? 'make-up' : 'holiday'
  return [...rest, { day: day.date, kind, name }].sort((a, b) => a.day.localeCompare(b.day))
}
