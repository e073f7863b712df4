import type { Words } from '../words/words'
import { get, post } from './client'

export interface Named { code: string, name: string, english: string }
export interface City extends Named { hotline: string }
export interface Session { demo: boolean, city: City }
export interface Reference { areas: (Named & { kind: string })[], topics: Named[] }

export const KINDS = ['INQUIRY', 'ASSISTANCE', 'COMPLAINT', 'REPORT', 'SUGGESTION', 'COMMENDATION'] as const
export type Kind = typeof KINDS[number]

/** What the citizen hands in. Who is anonymous leaves neither name nor telephone. */
export interface Request {
  kind?: Kind
  topic?: string
  area?: string
  address: string
  body: string
  name?: string
  phone?: string
  confidential: boolean
  anonymous: boolean
}

export interface Receipt { number: string, queryCode: string, receivedAt: string, next: Words }

/** Number and code always travel in the body, never in an address that others may read. */
export interface Ticket { number: string, code: string }

export const SOLVED = ['YES', 'PARTLY', 'NO'] as const
export const SATISFIED = ['VERY', 'YES', 'FAIR', 'NO', 'VERY_NO'] as const

export interface Rating {
  contacted: boolean | null
  solved: typeof SOLVED[number] | null
  satisfied: typeof SATISFIED[number] | null
  words: string
}

export const OUTCOMES = ['ANSWERED_DIRECTLY', 'TRANSFERRED', 'NOT_ACCEPTED', 'RESOLVED', 'PARTLY_RESOLVED',
  'UNRESOLVED', 'TERMINATED', 'WITHDRAWN'] as const

/** A work order as its requester may see it. */
export interface PortalView {
  number: string
  title: string
  body: string
  status: string
  statusWords: Words
  outcome: typeof OUTCOMES[number] | null
  receivedAt: string
  department: string | null
  due: { dueAt: string, words: Words } | null
  answer: string | null
  steps: { at: string, words: Words }[]
  can: {
    addInformation: boolean
    urge: boolean
    urgeWhy?: Words | string | null
    withdraw: boolean
    rate: boolean
    rework: boolean
  }
  rated: Rating | null
}

export const session = () => get<Session>('/api/session')
export const reference = () => get<Reference>('/api/portal/reference')
export const submit = (request: Request, key: string) => post<Receipt>('/api/portal/requests', request, key)
/** A call that somebody is asked to rate by the code of a message. */
export const askedCall = (code: string) => post<{ at: string }>('/api/portal/call-ratings/look-up', { code })
/** `kept` is false where it was rated before: the first rating stands. */
export const rateCall = (code: string, stars: number, key: string) => post<{ kept: boolean }>('/api/portal/call-ratings', { code, stars }, key)
export const track = (ticket: Ticket) => post<PortalView>('/api/portal/track', ticket)

export interface Bodies {
  'add-information': { text: string }
  'urge': { text?: string }
  'withdraw': { reason: string }
  'rework': { reason: string }
  'rate': Rating
}

export function act<V extends keyof Bodies>(verb: V, ticket: Ticket, body: Bodies[V], key: string) {
  return post<PortalView>(`/api/portal/${verb}`, { ...ticket, ...body }, key)
}

export function attach(ticket: Ticket, photo: Blob, name: string, key: string) {
  const form = new FormData()
  form.append('number', ticket.number)
  form.append('code', ticket.code)
  form.append('file', photo, name)
  return post<unknown>('/api/portal/attachments', form, key)
}
