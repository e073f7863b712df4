import { get, newKey, post, query } from '@minsheng/shared/http'
import type { SipAccess } from './sip-access'

/** 座席状态, as the server tells it. */
export type SeatState =
  | 'SIGNED_OUT' | 'READY' | 'RINGING' | 'TALKING' | 'HOLDING' | 'MUTED' | 'CONFERENCE'
  | 'AFTER_CALL' | 'NOT_READY' | 'BREAK' | 'TRAINING'

export interface Leg {
  id: string
  side: 'CALLER' | 'SEAT' | 'OUTSIDE' | 'EAR'
  name: string
  english: string | null
  state: 'IN' | 'HELD' | 'RINGING' | 'GONE'
}

export interface HandedBy { seat: string, name: string, english: string | null, notes: string, how: string }

/** The call at this seat. Its number is masked: nobody at the desk sees it whole. */
export interface Call {
  id: string
  direction: 'IN' | 'OUT'
  queue: string | null
  queueName: string | null
  queueEnglish: string | null
  /** Missing where it is a department that was called. */
  from: string | null
  hidden: boolean
  area: string | null
  areaEnglish: string | null
  /** The other side by its name, where it is no citizen. */
  other?: string | null
  otherEnglish?: string | null
  waitedSeconds: number
  since: string
  answeredAt: string | null
  held: boolean
  muted: boolean
  recording: 'ON' | 'PAUSED' | 'OFF' | 'FAILED'
  /** Answered before the recording notice was over: the agent says it. */
  noticeCut?: boolean
  priority: boolean
  purpose: 'CALL_BACK' | 'ORDER' | 'DEPARTMENT' | null
  order: string | null
  handedBy: HandedBy | null
  /** The wrap-up code chosen while the call still runs. */
  code?: string | null
  legs: Leg[]
}

/** The hall in figures, as all of its staff hear it. `recordingRoom` is false when the disk is too full to record. */
export interface Hall {
  at: string
  line: 'UP' | 'DOWN' | 'OFF'
  waiting: number
  longestWaitSeconds: number
  ready: number
  talking: number
  callBacks: number
  recordingRoom: boolean
}

/** 座席: all that the call bar shows. `may` are the verbs that the server allows now. */
export interface Seat {
  version: number
  at: string
  line: 'UP' | 'DOWN' | 'OFF'
  simulated: boolean
  seat: string | null
  kind: string | null
  suggested: string | null
  free: string[]
  state: SeatState
  since: string | null
  /** The code of the break's reason. */
  reason: string | null
  /** The state asked for during a call, taken when it ends. */
  next?: string | null
  phoneOnline: boolean
  may: string[]
  call: Call | null
  consult: { target: string, english: string | null, state: 'RINGING' | 'TALKING', leg: string } | null
  wrapUp: { call: string, until: string | null, extended: boolean, code: string | null, note: string } | null
  listening: { seat: string, kind: Ear } | null
  today: { answered: number, talkSeconds: number, wrapUpSeconds: number, rating: number | null, ratings: number } | null
  hall: Hall
  /** Only in the answer to signing in, or the word that another browser has taken the telephone. */
  phone?: PhoneAccess | null
  /** An expert was not there: what was promised instead. */
  booked?: { queue: string, promisedBy: string | null } | null
}

export type Ear = 'LISTEN' | 'WHISPER' | 'BARGE'
export type PhoneAccess = { kind: 'simulated' } | { kind: 'sip' } & SipAccess | { kind: 'taken' }

export interface Coded { code: string, name: string, english: string | null }

/** What the city's hall offers to choose from. */
export interface Options {
  queues: (Coded & { kind: string })[]
  wrapUpCodes: Coded[]
  breakReasons: Coded[]
  emergencies: { number: string, name: string, english: string | null }[]
  ringSeconds: number
  wrapUpSeconds: number
  ratingSeconds: number
  lead: boolean
  demo: boolean
}

/** Somebody whom a call can be given to, or asked into it. */
export interface Goal { kind: 'SEAT' | 'QUEUE' | 'DEPARTMENT' | 'EMERGENCY', code: string, name: string, english: string | null, state: SeatState | null, free: number | null, phone: boolean }

export const targetOf = ({ kind, code }: Goal) => ({ [kind.toLowerCase()]: code })

const BASE = '/api/telephony'

export const readSeat = () => get<Seat>(`${BASE}/seat`)
export const readOptions = () => get<Options>(`${BASE}/options`)
export const directory = (q: string, signal?: AbortSignal) => get<Goal[]>(`${BASE}/directory${query({ q })}`, { signal })

/** A verb of the seat; the key makes a press on a bad line harmless. */
export const doAtSeat = (verb: string, body: object = {}) => post<Seat>(`${BASE}/seat/${verb}`, body, { key: newKey() })
