/** The browser's date-and-time field knows no zone; the city is always at +08:00. */
export function toLocal(iso: string) {
  const at = Date.parse(iso)
  return Number.isNaN(at) ? '' : new Date(at + 8 * 3600_000).toISOString().slice(0, 16)
}

export const fromLocal = (local: string) => local === '' ? '' : `${local}:00+08:00`
