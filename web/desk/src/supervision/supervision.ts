import { get, newKey, post } from '@minsheng/shared/http'
import type { OrderRow } from '../work-order/work-order'

export const RATES = [
  'ACCEPTED_IN_TIME', 'CONTACTED_IN_TIME', 'HANDLED_IN_TIME', 'RETURNED', 'FIRST_RIGHT', 'EXTENDED',
  'RESPONDED', 'SOLVED', 'SATISFIED', 'CALLED_BACK', 'REWORKED',
] as const
export type Rate = typeof RATES[number] | 'ANSWERED_DIRECTLY'

/** Cases and hits, raw and without the excluded. */
export interface Figure { n: number, hits: number, adjustedN: number, adjustedHits: number }
export interface Line { department: string, departmentName: string | null, rates: Partial<Record<Rate, Figure>> }
export interface Table {
  from: string, to: string, city: Line, departments: Line[]
  warned: Warned[]
}
/** Orders excluded, of so many; against the share of the others, or the own one of the year before and the chance that luck did it. */
export interface Warned {
  department: string, departmentName: string | null, against: 'OTHERS' | 'OWN_PAST', excluded: number, of: number, usual: number, chance: number | null
}
export interface Period { from: string, to: string }

const query = (asked: Record<string, string | boolean | null | undefined>) =>
  new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== null && value !== undefined && value !== '').map(([key, value]) => [key, String(value)])).toString()

export const rateTable = (period: Period) => get<Table>(`/api/supervision/rates?${query({ ...period })}`)
export const rateOrders = (rate: string, asked: Period & { department?: string, hit?: boolean, adjusted?: boolean }) =>
  get<OrderRow[]>(`/api/supervision/rates/${rate}/orders?${query({ ...asked })}`)

/** `97.5 %`, or a dash where there is no case. */
export function percent(hits: number, n: number) {
  return n === 0 ? '—' : `${(100 * hits / n).toFixed(1)}\u00A0%`
}

/** With fewer cases than this a percentage says little. */
export const FEW = 10

export const RUNGS = ['NOTICE', 'CARD', 'LETTER', 'TALK', 'MEETING'] as const
export type Rung = 'REMINDER' | typeof RUNGS[number]

export interface Proposed { order: OrderRow, rung: Rung, why: Record<string, number>, climbed: Rung[] }

export interface Part {
  department: string, departmentName: string | null, receivedBy: string | null, receivedAt: string | null
  feedback: string | null, feedbackBy: string | null, feedbackAt: string | null, overdue: boolean
}
export interface Measure {
  id: string, number: string, rung: Rung, title: string, cause: string, demand: string, dueAt: string, issuedBy: string, issuedAt: string
  closedBy: string | null, closedAt: string | null, conclusion: string | null
  departments: Part[], orders: { id: string, number: string, title: string }[]
}
export interface Draft { rung: Rung, title: string, cause: string, demand: string, dueAt: string, departments: string[], orders: string[] }

export const proposals = () => get<Proposed[]>('/api/supervision/proposals')
export const measures = (open: boolean) => get<Measure[]>(`/api/supervision/measures?open=${open}`)
export const measuresOf = (order: string) => get<Measure[]>(`/api/supervision/orders/${order}/measures`)
export const issue = (draft: Draft, key: string) => post<Measure>('/api/supervision/measures', draft, { key })
export const receive = (id: string) => post<Measure>(`/api/supervision/measures/${id}/receive`)
export const feedBack = (id: string, feedback: string) => post<Measure>(`/api/supervision/measures/${id}/feed-back`, { feedback })
export const askAgain = (id: string, department: string) => post<Measure>(`/api/supervision/measures/${id}/ask-again`, { department })
export const close = (id: string, conclusion: string) => post<Measure>(`/api/supervision/measures/${id}/close`, { conclusion })

export interface Reminder {
  id: string, order: string, number: string, title: string, department: string, departmentName: string | null, phone: string | null, way: 'IN_APP' | 'SMS' | 'PHONE', words: string
  by: string, at: string, readBy: string | null, readByName: string | null, readAt: string | null, did: { action: string, at: string, minutes: number } | null
}
export const remindersOf = (order: string) => get<Reminder[]>(`/api/supervision/orders/${order}/reminders`)
/** 每日督办情况, in words that can be printed. */
export interface Sheet {
  office: string, day: string, asOf: string, unaccepted: number, dueToday: number, overdue: number, notCalledBack: number, reminded: number, read: number, acted: number
  reminders: { at: string, by: string, department: string, order: string, way: string, receipt: string, effect: string }[]
  standings: { department: string, open: number, unaccepted: number, dueToday: number, overdue: number }[]
}
export const sheetOf = (day: string) => get<Sheet>(`/api/supervision/daily-sheet/figures?${query({ day })}`)
export const remindersOn = (day: string) => get<Reminder[]>(`/api/supervision/reminders?${query({ day })}`)
export const callsToMake = () => get<Reminder[]>('/api/supervision/reminders/to-phone')
export const readReminder = (id: string) => post<void>(`/api/supervision/reminders/${id}/read`)
export const phoned = (id: string, answeredBy: string) => post<void>(`/api/supervision/reminders/${id}/phoned`, { answeredBy })

export const EXCLUSION_CODES = ['MALICIOUS', 'UNREASONABLE', 'BEYOND_POWERS', 'FORCE_MAJEURE', 'WRONG_DISPATCH', 'OTHER'] as const
export interface Exclusion {
  id: string, order: string, number: string, title: string, department: string, departmentName: string | null, rates: Rate[], code: string
  reason: string, evidence: string, askedBy: string, askedByName: string | null, askedAt: string, granted: boolean | null, decidedBy: string | null, decidedByName: string | null, decidedAt: string | null, words: string | null
}
export const exclusions = () => get<Exclusion[]>('/api/supervision/exclusions')
export const exclusionsWarned = () => get<Warned[]>('/api/supervision/exclusions/warned')
export const exclusionsOf = (order: string) => get<Exclusion[]>(`/api/supervision/orders/${order}/exclusions`)
export const askExclusion = (order: string, wish: { code: string, rates: string[], reason: string, evidence: string }) =>
  post<{ id: string }>(`/api/supervision/orders/${order}/exclusions`, wish, { key: newKey() })
export const decideExclusion = (id: string, granted: boolean, words: string) => post<void>(`/api/supervision/exclusions/${id}/decide`, { granted, words })

export interface Claim { by: string, departmentName: string | null, at: string, reason: string, basis: string, suggestedName: string | null }
export interface Dispute {
  order: string, dispatched: Claim | null, returned: Claim | null
  clauses: { number: string, version: number, department: string, basis: string, area: string | null }[]
  rulings: { number: string, action: string, departmentName: string | null, fromName: string | null, reason: string, at: string }[]
}
export const disputeOf = (order: string) => get<Dispute>(`/api/supervision/orders/${order}/dispute`)
export const makeClause = (order: string, wholeCity: boolean) =>
  post<{ number: string, version: number }>(`/api/supervision/orders/${order}/clause`, { wholeCity }, { key: newKey() })
