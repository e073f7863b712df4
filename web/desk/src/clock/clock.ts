import { computed, ref, shallowRef } from 'vue'
import { get } from '@minsheng/shared/http'
import { PLAIN_WEEKS, type SpecialDays } from '@minsheng/shared/time-words'
import type { CalendarYear } from '../administration/calendar'

const ticking = ref(Date.now())
const ahead = ref(0)

/** The server's time, so that an office PC with a wrong clock still tells the right remaining time. */
export const now = computed(() => ticking.value + ahead.value)

/** Follows the server's clock, which may also be a simulated one. */
export function followServer(iso: string) {
  ahead.value = Date.parse(iso) - Date.now()
}

setInterval(() => { ticking.value = Date.now() }, 10_000)

/** The server's time at this moment, for what counts seconds. */
export const momentNow = () => Date.now() + ahead.value

export const specialDays = shallowRef<SpecialDays>(PLAIN_WEEKS)

/** Remaining times are told in working days; without a calendar they fall back to plain weeks. */
export async function loadSpecialDays() {
  const year = new Date(now.value).getFullYear()
  const years = await Promise.all([year, year + 1].map(each =>
    get<CalendarYear>(`/api/calendar/${each}`).catch(() => null)))
  const days = years.flatMap(each => each?.days ?? [])
  const of = (kind: string) => new Set(days.filter(day => day.kind === kind).map(day => day.day))
  specialDays.value = { holidays: of('holiday'), makeUpDays: of('make-up') }
}
