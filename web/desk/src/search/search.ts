import { ref } from 'vue'
import type { RouteLocationRaw } from 'vue-router'
import { post } from '@minsheng/shared/http'
import type { OrderRow } from '../work-order/work-order'

/** What is sought now. In memory only: it may be somebody's phone number. */
export const sought = ref('')

export interface Known { id: string, name: string | null, phone: string | null, openCount: number, orders: OrderRow[] }

export const KINDS = ['order', 'reply', 'article', 'template'] as const

/** What narrows a search, by the names that the server gives it. */
export const FACETS = ['area', 'department', 'category', 'status', 'channel', 'from', 'to'] as const
export type Facet = typeof FACETS[number]
export type Narrowing = Partial<Record<Facet | 'kind' | 'newest', string>>

/** In title and excerpt the found words stand between two signs that nobody types. */
export interface Hit {
  kind: string
  id: string
  subject: string
  title: string
  excerpt: string
  score: number
  /** It has some of the words, not all as they were typed. */
  loosely: boolean
  at: string
  department: string | null
  departmentName: string | null
  order: OrderRow | null
  answer: string | null
}

/** A place, a department or a category whose name begins so, or whose initials are these. */
export interface Name { facet: 'AREA' | 'DEPARTMENT' | 'CATEGORY', code: string, name: string }

export interface IndexState { phase: 'OFF' | 'OPENING' | 'BUILDING' | 'READY', documents: number, done: number, total: number }

/** How many have some of the words and not the phrase; with `more`, at least so many. */
export interface ByWords { words: string[], count: number, more: boolean }

export interface Found {
  numbers: OrderRow[]
  people: OrderRow[]
  names: Name[]
  hits: Hit[]
  /** Of those that have everything as it was typed. */
  count: number
  byWords: ByWords | null
  index: IndexState
}

export function search(q: string, { kind, newest, ...facets }: Narrowing, skip = 0) {
  return post<Found>('/api/search', { q, kinds: kind ? [kind] : [], newest: newest === 'yes', skip, ...facets })
}

type Say = (key: string, values?: Record<string, string | number>) => string

/** How many there are: what has the phrase and what only has its words are never added up. */
export function counted(t: Say, { count, numbers, people, byWords }: Found): string {
  const exact = count + numbers.length + people.length
  if (!byWords?.count) return t('search.count', { n: exact })
  const others = { m: byWords.more ? t('search.at-least', { n: byWords.count }) : byWords.count }
  return exact ? t('search.count-both', { n: exact, ...others }) : t('search.count-by-words', others)
}

/** The next page would not be empty. */
export const hasMore = ({ hits, count, byWords }: Found) => hits.length > 0 && hits.length < count + (byWords?.count ?? 0)

/** Orders like a text that is being typed, with what was answered then. */
export const like = (text: string, signal?: AbortSignal) => post<Hit[]>('/api/search/like', { text }, { signal })

/** The requester with this phone; nothing when nobody has called from it. */
export const lookUp = (phone: string) => post<Known | undefined>('/api/requesters/look-up', { phone })

/** Where a hit is opened. A template is read where it stands. */
export function placeOf(hit: Hit): RouteLocationRaw | null {
  if (hit.order) return { name: 'order', params: { id: hit.order.id } }
  return hit.kind === 'article' ? { name: 'article', params: { code: hit.id.split('/')[0] } } : null
}

/** An order that was found by its number or its requester, as one of the hits. */
export const hitOf = (order: OrderRow): Hit => ({
  kind: 'order', id: order.id, subject: order.id, title: order.title, excerpt: '', score: 1, loosely: false, at: order.receivedAt,
  department: order.department, departmentName: order.departmentName, order, answer: null,
})

export interface Piece { words: string, found: boolean }

/** A marked text in pieces. */
export function pieces(marked: string): Piece[] {
  return marked.split('\u0002').flatMap((part, index) => {
    if (index === 0) return [{ words: part, found: false }]
    const [words = '', rest = ''] = part.split('\u0003')
    return [{ words, found: true }, { words: rest, found: false }]
  }).filter(piece => piece.words !== '')
}
