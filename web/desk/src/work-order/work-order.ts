import { get, newKey, post, query, remove } from '@minsheng/shared/http'
import type { ClockKind, Kind, Level, Outcome, Role, Status, Unit } from '@minsheng/shared/words'

/** `startedAt` is missing where the server does not say how much of the time is used. */
export interface Due { clock: ClockKind, dueAt: string, startedAt?: string, overdue: boolean }
export interface Holder { kind: string, code: string, name: string | null }

/** Who acts without an account: the citizen over the portal, and the clockwork of the server. */
export const REQUESTER = 'requester'
export const SYSTEM = 'system'

/** 工单, as a list shows it. */
export interface OrderRow {
  id: string
  number: string
  title: string
  kind: Kind
  category: string | null
  categoryName: string | null
  level: Level
  area: string | null
  areaName: string | null
  address: string
  status: Status
  outcome: Outcome | null
  rating: string | null
  holder: Holder | null
  department: string | null
  departmentName: string | null
  channel: string
  receivedAt: string
  due: Due | null
  badges: string[]
  version: number
}

/** What this person may do now; the server decides, the screen only shows. */
export interface Offer { action: string, verb: string, allowed: boolean, why?: string | null }

export interface LimitOf { amount: number, unit: Unit, basis: string }

/** A due time and the arithmetic behind it. `unannounced` are years whose holidays are not known yet. */
export interface DueDate {
  dueAt: string
  limit: LimitOf
  restDays: number
  holidays: string[]
  makeUpDays: string[]
  unannounced: number[]
}

export interface Clock {
  kind: ClockKind
  holder: Holder | null
  startedAt: string
  dueAt: string
  firstDueAt: string
  stoppedAt: string | null
  overdue: boolean
  how: DueDate
}

export interface Assignment {
  department: string
  departmentName: string | null
  part: 'LEAD' | 'SUPPORT' | 'SUBUNIT'
  assignedAt: string
  acceptedAt: string | null
  repliedAt: string | null
  endedAt: string | null
  reply: string | null
}

export interface Step {
  seq: number
  action: string
  at: string
  actor: string
  actorName: string
  role: Role | null
  department: string | null
  from: Status | null
  to: Status | null
  reason: string
  /** What each changed fact became. */
  changes: Record<string, string | null>
  data: Record<string, unknown>
}

export interface Reply {
  seq: number
  department: string
  departmentName: string | null
  by: string
  at: string
  contactedAt: string | null
  contactHow: string | null
  factual: string | null
  result: string | null
  whyNot: string | null
  basis: string | null
  answer: string
  internal: string | null
  plan: string | null
  reviewOn: string | null
}

export interface FollowUp {
  n: number
  at: string
  by: string
  reached: boolean
  contacted: boolean | null
  solved: string | null
  satisfied: string | null
  words: string
}

export interface Attachment { id: string, name: string, type: string, size: number, isPublic: boolean, by: string, at: string }
export interface Link { id: string, number: string, title: string, status: Status }

/** 工单, whole. */
export interface OrderView extends OrderRow {
  body: string
  registeredBy: string | null
  registeredByName: string | null
  externalId: string | null
  requester: { id: string, name: string | null, phone: string | null } | null
  confidential: boolean
  /** What a direct answer was taken from, with the version that was read. */
  source?: { template: string | null, article: string | null, articleVersion: number | null } | null
  answer: string | null
  result: string | null
  rated: { contacted: boolean | null, solved: string | null, satisfied: string | null }
  bound: boolean
  returns: number
  reassignments: number
  reworks: number
  sentBacks: number
  attempts: number
  problemSince: string | null
  extensionAsked: number | null
  reviewOn: string | null
  parent: Link | null
  children: Link[]
  actions: Offer[]
  clocks: Clock[]
  assignments: Assignment[]
  replies: Reply[]
  attachments: Attachment[]
  steps: Step[]
}

export type Body = Record<string, unknown>

export interface Page { items: OrderRow[], next: string | null }
export type Filter = Record<string, string>

const at = (id: string) => `/api/work-orders/${id}`

/** The server sends the row inside the view; a screen wants one order. */
type Whole = { order: OrderRow } & Omit<OrderView, keyof OrderRow>
const flat = ({ order, ...rest }: Whole): OrderView => ({ ...order, ...rest })

export const find = (filter: Filter, cursor?: string | null, signal?: AbortSignal) =>
  get<Page>(`/api/work-orders${query({ ...filter, cursor, size: 50 })}`, { signal })

export const counts = () => get<Record<string, number>>('/api/work-orders/counts')
export const open = async (id: string) => flat(await get<Whole>(at(id)))
export const similar = (id: string) => get<OrderRow[]>(`${at(id)}/similar`)
/** What the citizen was told. `way` names the sender; `journal` is none: the words were only written down. */
export interface Message {
  kind: string
  medium: 'SMS' | 'VOICE' | 'PORTAL'
  words: string
  at: string
  sentAt: string | null
  state: 'WAITING' | 'SENT' | 'TAKEN_BACK'
  way: string
}
export const messages = (id: string) => get<Message[]>(`${at(id)}/messages`)
export const followUps = (id: string) => get<FollowUp[]>(`${at(id)}/follow-ups`)

/** One step of the order. The same `key` is used again when the line broke, so that nothing happens twice. */
export const act = async (order: { id: string, version: number }, verb: string, body: Body, key = newKey()) =>
  flat(await post<Whole>(`${at(order.id)}/${verb}`, body, { version: order.version, key }))

/** What a new order is answered with: the number and the code that the citizen tracks it by. */
export interface Receipt { id: string, number: string, version: number, status: Status, queryCode: string, receivedAt: string }
/** With a telephone call, the order bears its name and, unless another number is given, the number that called. */
export const register = (said: Body, key: string, call = '') =>
  post<Receipt>(call ? `/api/desk/calls/${call}/register` : '/api/work-orders', said, { key })

export interface BatchAnswer { id: string, ok: boolean, version: number | null, problem: string | null }

/** @param more the department of a dispatch, the way of a reminder */
export const actOnAll = (orders: { id: string, version: number }[], verb: string, text: string, more: { department?: string, way?: string } = {}) =>
  post<BatchAnswer[]>('/api/work-orders/batch', {
    verb, orders: orders.map(({ id, version }) => ({ id, version })), text: text || null, ...more,
  }, { key: newKey() })

/** Shows name and number unmasked. The server writes down who looked and why. */
export const reveal = (id: string, reason: string) =>
  post<{ name: string | null, phone: string | null }>(`${at(id)}/reveal`, { reason })

export function attach(id: string, file: File, isPublic: boolean) {
  const form = new FormData()
  form.append('file', file)
  return post<Attachment>(`${at(id)}/attachments?public=${isPublic}`, form)
}

export const dueDate = (clock: ClockKind, level: string, kind: string) =>
  get<DueDate>(`/api/due-date${query({ clock, level, kind })}`)

/** A department by the dispatch catalogue; `same` of the last `of` orders like it went there. */
export interface Suggestion {
  department: string
  departmentName: string | null
  supporting: string[]
  clause: string
  basis: string
  same: number
  of: number
}
export const dispatchSuggestions = (category: string, area: string | null | undefined) =>
  get<Suggestion[]>(`/api/dispatch-suggestions${query({ category, area })}`)

export interface Template {
  code: string, category: string | null, title: string, body: string, basis: string
  department: string, departmentName: string | null, signedBy: string, signedOn: string
  /** It has some of the words that were sought, not all as they were typed. */
  loosely: boolean
}
export const templates = (category: string | null | undefined, q: string) =>
  post<Template[]>('/api/knowledge/templates/find', { category: category || null, words: q })

export interface SavedView { id: string, name: string, query: Filter }
export const savedViews = () => get<SavedView[]>('/api/views')
export const saveView = (name: string, of: Filter) => post<SavedView>('/api/views', { name, query: of })
export const dropView = (id: string) => remove(`/api/views/${id}`)
