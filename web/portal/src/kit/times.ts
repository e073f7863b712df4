import type { Locale } from '../words/words'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const CHINA = 8 * 60 * 60 * 1000

/** "今天 15:24", "11月21日 09:10", in China's time whatever the telephone believes. */
export function whenWords(iso: string, language: Locale, now = Date.now()): string {
  const at = onTheClock(Date.parse(iso))
  const today = onTheClock(now)
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`
  if (day(at) === day(today)) return language === 'zh' ? `今天 ${time}` : `today ${time}`
  const year = at.getUTCFullYear() === today.getUTCFullYear() ? '' : String(at.getUTCFullYear())
  if (language === 'zh') return `${year && `${year}年`}${at.getUTCMonth() + 1}月${at.getUTCDate()}日 ${time}`
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}${year && ` ${year}`}, ${time}`
}

/** Shifted so that the UTC fields read as China's clock: old telephones do not know time zones. */
function onTheClock(instant: number): Date {
  return new Date(instant + CHINA)
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}
