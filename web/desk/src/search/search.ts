import { ref } from 'vue'
import { post } from '@minsheng/shared/http'
import type { OrderRow } from '../work-order/work-order'

/** What is sought now. In memory only: it may be somebody's phone number. */
export const sought = ref('')

export interface Requester { id: string, name: string | null, phone: string | null, homeArea: string | null, openCount: number }
export interface RequesterWithOrders extends Requester { orders: OrderRow[] }

export interface Found {
  numbers: OrderRow[]
  people: { requester: Requester, orders: OrderRow[] }[]
  words: OrderRow[]
}

export const search = (q: string, signal?: AbortSignal) => post<Found>('/api/search', { q }, { signal })

/** The requester with this phone, or null when they are new. */
export const lookUp = (phone: string) => post<RequesterWithOrders>('/api/requesters/look-up', { phone })
