/** Who can be made to call in the demonstration. Numbers that begin with 199000 belong to nobody. */
export type DemoCaller = 'new' | 'again' | 'hidden' | 'hasty' | 'unhappy'

const someNumber = () => `199000${String(Math.floor(Math.random() * 90_000) + 10_000)}`

export const CALLERS: Record<DemoCaller, () => object> = {
  new: () => ({ number: someNumber() }),
  /** Always the same number: once an order is registered, the next call shows it. */
  again: () => ({ number: '19900000001' }),
  hidden: () => ({ number: someNumber(), hidden: true }),
  hasty: () => ({ number: someNumber(), patienceSeconds: 15 }),
  unhappy: () => ({ number: someNumber(), rating: 1 }),
}
