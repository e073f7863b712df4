import { get, newKey, post, query } from '@minsheng/shared/http'
import type { CityMap } from './charts'
import type { OrderRow } from '../work-order/work-order'

export interface Rank { heat: number, callers: number, lastDay: number, usualDay: number, places: number, score: number }

export interface Hot {
  id: number
  name: string
  area: string | null
  areaName: string | null
  category: string | null
  categoryName: string | null
  requests: number
  firstAt: string
  lastAt: string
  rank: Rank
  /** Why it stands where it stands. */
  sentence: string
  related: number
  /** Different callers on each of the last 28 days. */
  days: number[]
}

export interface Counted { code: string | null, name: string | null, requests: number }
export interface Sample { order: string, number: string, at: string, title: string, text: string }

export interface One {
  event: Hot
  namedBy: string | null
  trend: { day: string, callers: number }[]
  samples: Sample[]
  categories: Counted[]
  departments: Counted[]
  places: Counted[]
  years: { year: number, requests: number }[]
  related: Hot[]
}

export type AlarmState = 'OPEN' | 'CONFIRMED' | 'FALSE' | 'LAPSED'

export interface Alarm {
  id: string
  kind: 'SUDDEN' | 'SLOW' | 'SEASONAL'
  event: number | null
  title: string
  areaName: string | null
  category: string | null
  categoryName: string | null
  raisedAt: string
  dueOn: string | null
  sentence: string
  state: AlarmState
  decidedBy: string | null
  decidedAt: string | null
  note: string
}

/** What several people have called about in the last hours. */
export interface Live {
  id: number
  name: string
  place: string
  area: string | null
  category: string | null
  callers: number
  hours: number
  requests: number
  lastAt: string
  script: string
}

export interface Picture {
  requests: number
  callers: number
  before: number
  sentence: string
  days: { day: string, requests: number, before: number }[]
  hours: number[][]
  categories: Counted[]
  places: Counted[]
  areas: Counted[]
  departments: Counted[]
  outcomes: Counted[]
  asked: number
  solved: number
}

export interface Question { category: string, area: string, from: string, to: string }

export const hotspots = () => get<Hot[]>('/api/hotspots')
export const live = () => get<Live[]>('/api/hotspots/live')
export const one = (id: string) => get<One>(`/api/hotspots/${id}`)
export const ordersOf = (id: string) => get<OrderRow[]>(`/api/hotspots/${id}/orders`)
export const rename = (id: string, name: string) => post<One>(`/api/hotspots/${id}/rename`, { name })
export const merge = (id: string, other: number) => post<One>(`/api/hotspots/${id}/merge`, { other })
export const split = (id: string, orders: string[]) => post<{ event: number }>(`/api/hotspots/${id}/split`, { orders }, { key: newKey() })
export const alarms = () => get<Alarm[]>('/api/hotspots/alarms')
export const decide = (id: string, state: AlarmState, note: string) => post<Alarm[]>(`/api/hotspots/alarms/${id}/decide`, { state, note })
export const picture = (asked: Question) => get<Picture>(`/api/hotspots/profile${query({ ...asked })}`)

/** Those at the place that the caller speaks of, first. */
export function nearest(events: Live[], said: { address: string, body: string, category: string }) {
  const fits = ({ place, category }: Live) =>
    (place && `${said.address} ${said.body}`.includes(place) ? 2 : 0) + (said.category && category === said.category ? 1 : 0)
  return [...events].sort((a, b) => fits(b) - fits(a))
}

/** Whether the caller speaks of the very place. */
export const isHere = ({ place }: Live, said: { address: string, body: string }) =>
  place.length > 1 && `${said.address} ${said.body}`.includes(place)

/** Null where the city has given none. */
export const mapOfCity = async () => await get<CityMap | undefined>('/api/hotspots/map') || null
