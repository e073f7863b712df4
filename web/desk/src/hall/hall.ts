import { get, newKey, post, query } from '@minsheng/shared/http'
import type { PastCall } from '../telephony/pop'
import type { Ear, HandedBy, Seat, SeatState } from '../telephony/seat'

const BASE = '/api/telephony'

/** A seat as the team lead sees it. */
export interface HallSeat {
  seat: string
  kind: string
  skill: string | null
  state: SeatState
  since: string
  reason?: string | null
  name: string | null
  english: string | null
  group: string | null
  call: { id: string, from: string | null, queue: string, since: string, held: boolean } | null
  phoneOnline: boolean
  may: string[]
}

export const seats = () => get<HallSeat[]>(`${BASE}/seats`)
const seatAt = (number: string) => `${BASE}/seats/${number}`
const send = <T>(path: string, body: object = {}) => post<T>(path, body, { key: newKey() })
export const lendEar = (number: string, kind: Ear) => send<Seat>(`${seatAt(number)}/ear`, { kind })
export const endEar = (number: string) => send<Seat>(`${seatAt(number)}/ear/end`)
export const takeOver = (number: string) => send<Seat>(`${seatAt(number)}/take-over`)
export const force = (number: string, state: string) => send<HallSeat[]>(`${seatAt(number)}/state`, { state })

export type WhyMissed = 'ABANDONED' | 'TIMED_OUT' | 'ASKED' | 'BUSY' | 'LOST' | 'EXPERT'

/** 回拨单: somebody whom we owe a call. */
export interface CallBack {
  id: string
  number: string | null
  area: string
  why: WhyMissed
  queue: string
  since: string
  calls: number
  keptPlace: boolean
  promisedBy: string | null
  notes: string | null
  attempts: { at: string, by: string, result: string }[]
  takenBy: string | null
  state: 'OPEN' | 'TAKEN' | 'DONE' | 'GIVEN_UP'
  result: string | null
  doneAt: string | null
  lastCall: string
}

export const CALL_BACK_RESULTS = ['REACHED', 'NOT_REACHED', 'NOT_WANTED', 'WRONG_NUMBER'] as const
export const callBacks = (state: 'OPEN' | 'DONE') => get<CallBack[]>(`${BASE}/call-backs${query({ state })}`)
export const callBack = (id: string) => send<Seat>(`${BASE}/call-backs/${id}/call`)
export const closeCallBack = (id: string, result: string, words: string) => send(`${BASE}/call-backs/${id}/close`, { result, words })

export type CallFilter = Partial<Record<'agent' | 'group' | 'queue' | 'end' | 'from' | 'to' | 'what', string>>
export const calls = (filter: CallFilter) => get<PastCall[]>(`${BASE}/calls${query(filter)}`)

export interface Recording { id: string, call: string, begunAt: string, seconds: number | null, state: 'RUNNING' | 'KEPT' | 'FAILED' | 'DELETED' }
export interface LogEntry { at: string, kind: string, seat: string | null, by: string | null, words: string }
/** 转紧急: what was sent along. */
export interface HandOver { service: string, place: string, summary: string, mode: string, by: string, at: string }

export interface CallLog {
  call: PastCall
  note: string
  handedBy: HandedBy | null
  log: LogEntry[]
  recordings: Recording[]
  /** By key, or on the page that the message leads to. */
  rating: { stars: number, by: 'KEY' | 'WEB', at: string } | null
  handOvers: HandOver[]
  orders: string[]
}
export const callLog = (id: string) => get<CallLog>(`${BASE}/calls/${id}`)

/** Each play is written down; the answer is where the sound is, for a quarter of an hour. */
export const play = (recording: string, reason: string, order?: string) =>
  send<{ play: string, src: string }>(`${BASE}/recordings/${recording}/plays`, { reason: reason || undefined, order })

export interface Figure {
  code: string
  name: string | null
  english: string | null
  group: string | null
  handled: number
  offered: number
  refused: number
  transfers: number
  talkSeconds: number
  wrapUpSeconds: number
  signedInSeconds: number
  occupancy: number | null
  rating: number | null
  ratings: number
}
export interface Figures { at: string, rows: Figure[], definitions: { zh: string, en: string } }
export const figures = (by: 'agent' | 'group', from: string, to: string) => get<Figures>(`${BASE}/figures${query({ by, from, to })}`)

/** 低分复核: a call rated 1 or 2, for a person to look into. */
export interface Review {
  id: string, call: string, stars: number, agent: string | null, at: string
  resolvedAt: string | null, resolvedBy: string | null, fair: boolean | null, words: string | null
}
export const reviews = (state: 'OPEN' | 'DONE') => get<Review[]>(`${BASE}/reviews${query({ state })}`)
export const resolveReview = (id: string, words: string, fair: boolean) => send(`${BASE}/reviews/${id}/resolve`, { words, fair })

export interface Answered { offered: number, answered: number, within15: number, within15Rate: number | null }
export interface HalfHour { from: string, calls: number | null, lastWeek: number | null }

/** 大屏: numbers and states, no names. */
export interface Wall {
  at: string
  line: Seat['line']
  simulated: boolean
  waiting: number
  longestWaitSeconds: number
  today: Answered & { abandoned: number }
  last30: Answered
  connect: {
    rate: number | null, from: string, to: string, offered: number, answered: number
    excluded: Record<string, number>, lowest24h: number | null, formula: { zh: string, en: string }
  }
  seats: { seat: string, kind: string, skill: string | null, state: SeatState, since: string }[]
  curve: HalfHour[]
  callBacks: number
  recordingRoom: boolean
}
export const wall = (signal?: AbortSignal) => get<Wall>(`${BASE}/wall`, { signal })

export interface OrderCall { call: PastCall, recordings: Recording[] }
export const callsOfOrder = (order: string) => get<OrderCall[]>(`/api/desk/orders/${order}/calls`)

/** Rings the own telephone, then the citizen's: neither sees the other's number. */
export const callMasked = (order: string, key: string) => post<{ call: string | null, own: string }>(`/api/desk/orders/${order}/masked-call`, undefined, { key })

/** Dials somebody of the order; the number stays on the server. */
export const callFor = (order: string, to: { to: 'REQUESTER' } | { to: 'DEPARTMENT', department: string }) => send<Seat>(`/api/desk/orders/${order}/call`, to)
