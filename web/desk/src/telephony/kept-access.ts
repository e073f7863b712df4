import type { PhoneAccess } from './seat'

type Access = Exclude<PhoneAccess, { kind: 'taken' }>

const KEPT = 'minsheng.telephone.access'

export interface Keeping { of(): Access | null, keep(access: Access): void, forget(): void }

/** A page that is loaded again in the middle of a call registers with the same password; a new tab knows none. */
export function sipKept(store: Storage = sessionStorage): Keeping {
  return {
    of: () => JSON.parse(store.getItem(KEPT) ?? 'null') as Access | null,
    keep: access => store.setItem(KEPT, JSON.stringify(access)),
    forget: () => store.removeItem(KEPT),
  }
}
