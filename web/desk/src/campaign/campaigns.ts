import { get, newKey, post, query } from '@minsheng/shared/http'
import type { OrderRow } from '../work-order/work-order'

export type Status = 'PROPOSED' | 'DECLINED' | 'PREPARING' | 'RUNNING' | 'MONITORING' | 'CLOSED' | 'STOPPED'
export type Action = 'PROPOSE' | 'APPROVE' | 'DECLINE' | 'PLAN' | 'LIST' | 'START' | 'CARD' | 'ANNOUNCE' | 'FINISH' | 'CLOSE' | 'STOP'
export type TaskStatus = 'LISTED' | 'OPEN' | 'FOUND' | 'CLEAR' | 'FIXED' | 'LEFT_OVER' | 'DROPPED'
export type TaskAction = 'FIND' | 'CLEAR' | 'FIX' | 'LEAVE' | 'LOOK_AGAIN' | 'REDO' | 'EXTEND' | 'REASSIGN' | 'DROP'
export type Period = 'BEFORE' | 'DURING' | 'AFTER'

export interface Topic { category: string, area: string, words: string[], from: string, to: string }
export interface Proposal { title: string, topic: Topic, event: number | null, orders: string[], reason: string, month: string | null }

export interface Counted { code: string, name: string | null, requests: number, callers: number }
export interface Evidence {
  requests: number
  callers: number
  days: { day: string, requests: number, callers: number }[]
  departments: Counted[]
  places: Counted[]
  years: Counted[]
  samples: { order: string, number: string, at: string, title: string, text: string }[]
}

export interface Standing {
  department: string | null, name: string | null, places: number, open: number, clear: number, found: number
  fixed: number, leftOver: number, mending: number, overdue: number
}

export interface Group { places: number, before: number, during: number, after: number, change: number | null }
export interface Effect {
  spans: { period: Period, from: string, to: string, days: number }[]
  swept: Group
  others: Group
  difference: number | null
  small: boolean
  weeks: { from: string, swept: number, others: number }[]
}

export interface Photo { id: string, name: string, by: string, at: string }
export interface Task {
  id: string, campaign: string, place: string, area: string | null, department: string, status: TaskStatus, note: string
  startedAt: string | null, dueAt: string | null, settledAt: string | null, photos: Photo[]
}
export interface ShownTask { task: Task, departmentName: string | null, areaName: string | null, actions: TaskAction[], number: string, title: string, demand: string }

export interface Campaign {
  id: string, number: string, version: number, status: Status, title: string, topic: Topic, event: number | null, reason: string, month: string | null
  plan: { lead: string | null, joining: string[], endsOn: string | null, demand: string, script: string }
  notice: { words: string, on: string | null }
  card: { id: string | null, number: string | null }
  decision: { proposedBy: string, proposedAt: string, decidedBy: string | null, decidedAt: string | null }
  startedAt: string | null, sweptAt: string | null, closedAt: string | null, conclusion: string, article: string | null
}
export interface Step { seq: number, task: string | null, action: string, at: string, actorName: string, to: string, reason: string }
export interface View {
  campaign: Campaign, team: { leadName: string | null, joiningNames: string[] }, topic: string, actions: Action[], steps: Step[], tasks: ShownTask[]
  total: Standing, standings: Standing[], evidence: Evidence | null, effect: Effect | null
}
export interface Line {
  id: string, number: string, title: string, status: Status, month: string | null, lead: string | null, leadName: string | null, proposedAt: string
  due: string | null, total: Standing
}
export interface Month { month: string, campaign: Line | null, effect: Effect | null }
export interface Script {
  campaign: string, number: string, title: string, category: string, area: string, words: string[], script: string, status: Status, article: string | null
}
export interface Plan { lead: string | null, joining: string[], endsOn: string | null, demand: string, script: string, month: string | null }
export interface Taken { rows: number, added: number, faults: { line: number, row: string, why: string }[] }

export const campaigns = () => get<Line[]>('/api/campaigns')
export const view = (id: string) => get<View>(`/api/campaigns/${id}`)
export const months = (year: number) => get<{ year: number, months: Month[] }>(`/api/campaigns/months${query({ year: String(year) })}`)
export const scripts = () => get<Script[]>('/api/campaigns/scripts')
export const preview = (proposal: Proposal) => post<Evidence>('/api/campaigns/preview', proposal)
export const propose = (proposal: Proposal, key: string) => post<Campaign>('/api/campaigns', proposal, { key })
export const act = (id: string, verb: string, body: unknown = {}) => post<View>(`/api/campaigns/${id}/${verb}`, body)
export const kinds = () => get<{ kind: string, places: number }[]>('/api/campaigns/places/kinds')
export const addLike = (id: string, kind: string) => post<Taken>(`/api/campaigns/${id}/places/like`, { kind }, { key: newKey() })
export const issueCard = (id: string, card: { title: string, cause: string, demand: string, dueAt: string, departments: string[] }, key: string) =>
  post<Campaign>(`/api/desk/campaigns/${id}/card`, card, { key })
export const evidenceOf = (id: string, asked: Record<string, string>) => get<OrderRow[]>(`/api/campaigns/${id}/evidence${query(asked)}`)
export const callsOf = (id: string, asked: Record<string, string>) => get<OrderRow[]>(`/api/campaigns/${id}/calls${query(asked)}`)
export const inbox = () => get<ShownTask[]>('/api/campaigns/tasks')
export const taskAct = (id: string, verb: string, body: unknown) => post<ShownTask>(`/api/campaigns/tasks/${id}/${verb}`, body)

function form(file: File) {
  const data = new FormData()
  data.set('file', file)
  return data
}
export const importPlaces = (id: string, file: File) => post<Taken>(`/api/campaigns/${id}/places/import`, form(file), { key: newKey() })
export const addPhoto = (task: string, file: File) => post<Photo>(`/api/campaigns/tasks/${task}/photos`, form(file), { key: newKey() })
export const photoOf = ({ id }: Photo) => `/api/campaigns/tasks/photos/${id}`

/** The verb in the address of what a task can be done; sending back is one for both. */
export const verbOf = (action: TaskAction) => action === 'LOOK_AGAIN' || action === 'REDO' ? 'send-back' : action.toLowerCase()

/** Words typed with any separator. */
export const wordsIn = (typed: string) => [...new Set(typed.split(/[\s、，,;；]+/).filter(Boolean))]

/** `−71.4 %`, or a dash where there is nothing to compare. */
export function change(value: number | null) {
  return value === null ? '—' : `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)} %`
}

/** What is said about the caller's matter: by its category, or by one of the campaign's words. */
export function fitting(all: Script[], said: { body: string, category: string }) {
  return all.filter(({ category, words }) => {
    const named = words.some(word => said.body.includes(word))
    const same = category !== '' && said.category.startsWith(category)
    return words.length === 0 ? same : named || same && said.body.length < 4
  })
}
