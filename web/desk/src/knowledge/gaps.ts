import { get, newKey, post } from '@minsheng/shared/http'

export interface Gap {
  id: string
  topic: string
  category: { name: string, english: string } | null
  owner: string
  ownerName: string | null
  transferred: number
  answered: number
  searches: number
  /** Transfers that would have been answered at once. */
  saves: number
  reply: string
  article: string | null
  orders: { id: string, number: string }[]
}

export interface Figures {
  searches: number
  found: number
  used: number
  missing: number
  direct: number
  passedOn: number
  fromArticles: number
  wouldSave: number
  inVain: string[]
}

export interface Gaps { days: number, countedAt: string | null, figures: Figures, gaps: Gap[] }

export const gaps = () => get<Gaps>('/api/gaps')
export const countGaps = () => post<Gaps>('/api/gaps/count')
export const draftGap = (id: string) => post<{ code: string }>(`/api/gaps/${id}/draft`, {}, { key: newKey() })
export const closeGap = (id: string) => post(`/api/gaps/${id}/close`, {})
