import { ref } from 'vue'
import { post } from '@minsheng/shared/http'
import type { OrderRow } from '../work-order/work-order'

/** What is sought now. In memory only: it may be somebody's phone number. */
export const sought = ref('')

export interface Known { id: string, name: string | null, phone: string | null, openCount: number, orders: OrderRow[] }

export interface Found { numbers: OrderRow[], people: OrderRow[], words: OrderRow[] }

export const search = (q: string, signal?: AbortSignal) => post<Found>('/api/search', { q }, { signal })

/** The requester with this phone; nothing when nobody has called from it. */
export const lookUp = (phone: string) => post<Known | undefined>('/api/requesters/look-up', { phone })
