/** Who can be made to call in the demonstration. Numbers that begin with 199000 belong to nobody. */
export type DemoCaller = 'new' | 'known' | 'hidden' | 'hasty' | 'expert' | 'unhappy'

const someNumber = () => `199000${String(Math.floor(Math.random() * 90_000) + 10_000)}`

export const CALLERS: Record<Exclude<DemoCaller, 'expert'>, () => object> = {
  new: () => ({ number: someNumber() }),
  known: () => ({ known: true }),
  hidden: () => ({ number: someNumber(), hidden: true }),
  hasty: () => ({ number: someNumber(), patienceSeconds: 15 }),
  unhappy: () => ({ number: someNumber(), rating: 1 }),
}
