import { get } from '@minsheng/shared/http'
import type { OrderRow } from '../work-order/work-order'

export interface Bunch { count: number, items: OrderRow[] }

export interface DepartmentToday { code: string, name: string | null, open: number, unaccepted: number, dueToday: number, overdue: number }

/** What the supervisor must see every morning, and all day. */
export interface Today {
  asOf: string
  unaccepted: Bunch
  dueToday: Bunch
  overdue: Bunch
  notCalledBack: Bunch
  decisions: { returns: number, extensions: number, dissatisfied: number }
  departments: DepartmentToday[]
}

export const today = () => get<Today>('/api/supervision/today')

export const COLUMNS = ['unaccepted', 'dueToday', 'overdue', 'notCalledBack'] as const
