/** `1:07`, `12:40`, `1:02:03`: as a telephone counts. */
export function asTimer(milliseconds: number) {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const two = (number: number) => String(number).padStart(2, '0')
  const minutes = Math.floor(seconds / 60)
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
}

/** What is left until then, rounded up so that a countdown ends with 0:00 and not with a second of nothing. */
export const untilTimer = (iso: string, now: number) => asTimer(Math.ceil((Date.parse(iso) - now) / 1000) * 1000)

export const sinceTimer = (iso: string, now: number) => asTimer(now - Date.parse(iso))
