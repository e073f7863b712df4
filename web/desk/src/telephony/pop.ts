import { computed, shallowReactive, watch } from 'vue'
import { get, newKey, post } from '@minsheng/shared/http'
import type { OrderRow } from '../work-order/work-order'
import { call } from './telephone'

export type FlagKind = 'DIALECT' | 'HARD_OF_HEARING' | 'ELDERLY' | 'HARASSMENT' | 'SELF_HARM' | 'GROUP'
export const FLAG_KINDS: readonly FlagKind[] = ['DIALECT', 'HARD_OF_HEARING', 'ELDERLY', 'SELF_HARM', 'GROUP', 'HARASSMENT']

/** 标记: something to know about who calls, with its evidence and its end. */
export interface Flag { id: number, kind: FlagKind, evidence: string, by: string, at: string, until: string }

/** A call that was, in a list. */
export interface PastCall {
  call: string
  at: string
  direction: 'IN' | 'OUT'
  purpose: 'CALL_BACK' | 'ORDER' | 'DEPARTMENT' | null
  queue: string
  from: string | null
  hidden: boolean
  area: string
  waited: number | null
  seconds: number | null
  end: string | null
  seat: string | null
  agent: string | null
  group: string | null
  transfers: number
  code: string | null
  rating: number | null
  order: string | null
}

/** 弹屏: what is known of the one who calls. The requester is a guess by the number, and shown as one. */
export interface Pop {
  call: string
  from: string | null
  hidden: boolean
  area: string
  queue: string
  guess: { requester: string, name: string | null, calls7: number, calls30: number, sure: 'HIGH' | 'LOW' } | null
  open: OrderRow[]
  closed: OrderRow[]
  last: PastCall[]
  flags: Flag[]
}

const at = (id: string) => `/api/desk/calls/${id}`
export const readPop = (id: string) => get<Pop>(`${at(id)}/pop`)

export const addFlag = (id: string, kind: FlagKind, evidence: string, days: number) =>
  post<{ flags: Flag[] }>('/api/telephony/flags', { call: id, kind, evidence, days }, { key: newKey() })
export const liftFlag = (id: number, reason: string) => post(`/api/telephony/flags/${id}/lift`, { reason })

const known = shallowReactive(new Map<string, Pop>())

export const popOf = (id: string) => known.get(id) ?? null

export async function loadPop(id: string) {
  const fresh = await readPop(id).catch(() => null)
  if (fresh) known.set(id, fresh)
}

/** Asked for once by the ring and by the desk that opens for it. */
const wanted = new Map<string, Promise<void>>()
export function wantPop(id: string) {
  if (known.has(id)) return Promise.resolve()
  if (!wanted.has(id)) wanted.set(id, loadPop(id).finally(() => wanted.delete(id)))
  return wanted.get(id)!
}

watch(() => call.value?.id, id => { if (id) void wantPop(id) }, { immediate: true })

/** Of the call that rings or runs now. */
export const popNow = computed(() => popOf(call.value?.id ?? ''))
