import { get, newKey, post, query, remove } from '@minsheng/shared/http'
import type { ClockKind, Kind, Level, Outcome, Role, Status, Unit } from '@minsheng/shared/words'

export interface Due { clock: ClockKind, dueAt: string, startedAt: string, overdue: boolean }
export interface Holder { kind: 'ROLE' | 'DEPARTMENT' | 'REQUESTER', code: string, name: string }

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
  address: string
  status: Status
  outcome: Outcome | null
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
export interface Offer { action: string, verb: string, allowed: boolean, why?: string }

export interface Clock {
  kind: ClockKind
  holder: string | null
  startedAt: string
  dueAt: string
  stoppedAt: string | null
  limit: { amount: number, unit: Unit, basis: string } | null
  explanation: { zh: string, en: string } | null
  moved: { from: string, to: string, why: string }[]
}

export interface Assignment {
  department: string
  departmentName: string
  part: 'LEAD' | 'SUPPORT' | 'SUBUNIT'
  assignedAt: string
  acceptedAt: string | null
  repliedAt: string | null
  endedAt: string | null
  due: string | null
  reply?: string | null
}

export interface Step {
  seq: number
  action: string
  at: string
  actor: { username: string, name: string, role: Role | null, departmentName: string | null } | null
  from: Status | null
  to: Status | null
  reason: string | null
  changes: { field: string, from: string | null, to: string | null }[]
  data: Record<string, unknown>
}

export interface Reply {
  contactedAt: string | null
  contactHow: string | null
  factual: string | null
  result: string | null
  whyNot: string | null
  basis: string | null
  answer: string
  internal: string | null
}

export interface FollowUp {
  attempt: number
  at: string
  by: string
  reached: boolean
  contacted: boolean | null
  solved: string | null
  satisfied: string | null
  words: string | null
}

export interface Attachment { id: string, name: string, type: string, size: number, public: boolean, by: string, at: string }
export interface Link { id: string, number: string, title: string, status?: Status }

/** 工单, whole. */
export interface OrderView extends OrderRow {
  body: string
  requester: {
    id: string, name: string | null, phone: string | null, confidential: boolean, anonymous: boolean, orders: number
  } | null
  externalId: string | null
  registeredBy: { username: string, name: string } | null
  queryCode?: string
  actions: Offer[]
  clocks: Clock[]
  assignments: Assignment[]
  steps: Step[]
  reply: Reply | null
  answer: string | null
  followUps: FollowUp[]
  attachments: Attachment[]
  parent: Link | null
  children: Link[]
  reworks: number
  sentBacks: number
  reassignments: number
  returns: number
  bound: boolean
  problemSince: string | null
  satisfaction: string | null
}

export type Body = Record<string, unknown>

export interface Page { items: OrderRow[], next: string | null }
export type Filter = Record<string, string>

const at = (id: string) => `/api/work-orders/${id}`

export const find = (filter: Filter, cursor?: string | null, signal?: AbortSignal) =>
  get<Page>(`/api/work-orders${query({ ...filter, cursor, size: 50 })}`, { signal })

export const counts = () => get<Record<string, number>>('/api/work-orders/counts')
export const open = (id: string) => get<OrderView>(at(id))
export const similar = (id: string) => get<OrderRow[]>(`${at(id)}/similar`)

/** One step of the order. The same `key` is used again when the line broke, so that nothing happens twice. */
export const act = (order: { id: string, version: number }, verb: string, body: Body, key = newKey()) =>
  post<OrderView>(`${at(order.id)}/${verb}`, body, { version: order.version, key })

export interface BatchAnswer { id: string, ok: boolean, version?: number, problem?: { detail?: string, title?: string } }

export const actOnAll = (orders: { id: string, version: number }[], verb: string, body: Body) =>
  post<BatchAnswer[]>('/api/work-orders/batch', {
    verb, body, orders: orders.map(({ id, version }) => ({ id, version })),
  }, { key: newKey() })

/** Shows name, number and address unmasked. The server writes down who looked and why. */
export const reveal = (id: string, reason: string) =>
  post<{ name: string | null, phone: string | null, address: string }>(`${at(id)}/reveal`, { reason })

export function attach(id: string, file: File, isPublic: boolean) {
  const form = new FormData()
  form.append('file', file)
  return post<Attachment>(`${at(id)}/attachments?public=${isPublic}`, form)
}

export interface DueDate {
  dueAt: string
  explanation: { zh: string, en: string }
  limit: { amount: number, unit: Unit, basis: string }
  calendarKnown: boolean
}
export const dueDate = (clock: ClockKind, level: string, kind: string) =>
  get<DueDate>(`/api/due-date${query({ clock, level, kind })}`)

export interface Suggestion {
  department: string
  departmentName: string
  supporting: string[]
  clause: string
  basis: string
  why: { zh: string, en: string }
  recent: { same: number, ofThese: number } | null
}
export const dispatchSuggestions = (category: string, area: string | null | undefined) =>
  get<Suggestion[]>(`/api/dispatch-suggestions${query({ category, area })}`)

export interface Template {
  code: string, category: string, title: string, body: string, basis: string
  department: string, departmentName: string, signedBy: string, signedOn: string
}
export const templates = (category: string | null | undefined, q: string) =>
  get<Template[]>(`/api/templates${query({ category, q })}`)

export interface SavedView { id: string, name: string, query: Filter, mine: boolean }
export const savedViews = () => get<SavedView[]>('/api/views')
export const saveView = (name: string, of: Filter) => post<SavedView>('/api/views', { name, query: of })
export const dropView = (id: string) => remove(`/api/views/${id}`)
