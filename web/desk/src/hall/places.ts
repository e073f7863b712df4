import type { Role } from '@minsheng/shared/words'

export type HallPlace = 'seats' | 'call-backs' | 'calls' | 'reviews' | 'figures' | 'wall'

const ANSWERING: readonly Role[] = ['AGENT', 'EXPERT', 'SUPERVISOR']
const REVIEWING: readonly Role[] = ['SUPERVISOR', 'REVIEWER', 'ANALYST']

/** Who works in the hall sees what is owed and their own calls; who leads or watches it sees all of it. */
export function hallPlaces(roles: readonly Role[], lead: boolean): HallPlace[] {
  const is = (wanted: readonly Role[]) => roles.some(role => wanted.includes(role))
  return [
    ...lead ? ['seats' as const] : [],
    ...is(ANSWERING) ? ['call-backs' as const] : [],
    'calls',
    ...is(REVIEWING) ? ['reviews' as const] : [],
    'figures',
    'wall',
  ]
}
