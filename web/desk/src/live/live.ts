import { onScopeDispose, ref } from 'vue'
import type { Status } from '@minsheng/shared/words'
import { followServer } from '../clock/clock'

/** One step of one order, as everybody who may see it hears it. */
export interface LiveOrder {
  id: string
  version: number
  /** The rest is missing for those whom the change does not concern. */
  number?: string
  status?: Status
  action?: string
  by?: string
  byName?: string
  at?: string
  department?: string
}

type Listener = (event: LiveOrder) => void

const listeners = new Set<Listener>()
const mended = new Set<() => void>()
/** Events of other rooms, by their name. */
const named = new Map<string, Set<(news: unknown) => void>>()
let source: EventSource | null = null

/** Whether changes made by others reach this page at the moment. */
export const live = ref<'off' | 'on' | 'broken'>('off')

export function listen() {
  if (source !== null) return
  source = new EventSource('/api/live')
  source.addEventListener('hello', event => {
    followServer((JSON.parse((event as MessageEvent<string>).data) as { now: string }).now)
    // What happened while the line was down was never heard: every open screen looks again.
    if (live.value === 'broken') mended.forEach(each => each())
    live.value = 'on'
  })
  source.addEventListener('work-order', event =>
    tell(JSON.parse((event as MessageEvent<string>).data) as LiveOrder))
  named.forEach((_, name) => attach(name))
  source.addEventListener('error', () => {
    live.value = 'broken'
    if (source?.readyState === EventSource.CLOSED) retry()
  })
}

function attach(name: string) {
  source?.addEventListener(name, event => tellNews(name, JSON.parse((event as MessageEvent<string>).data)))
}

/** A browser gives up for good when the server answered with an error page; we do not. */
function retry() {
  source = null
  setTimeout(() => { if (live.value === 'broken') listen() }, 3000)
}

export function stopListening() {
  source?.close()
  source = null
  live.value = 'off'
}

/** For the event source, and for tests. */
export function tell(event: LiveOrder) {
  listeners.forEach(listener => listener(event))
}

/** For the event source, and for tests. */
export function tellNews(name: string, news: unknown) {
  named.get(name)?.forEach(listener => listener(news))
}

/** Hears one kind of event; gives back how to stop. `again` runs after a break of the line. */
export function onNews<T>(name: string, listener: (news: T) => void, again?: () => void) {
  const heard = listener as (news: unknown) => void
  if (!named.has(name)) {
    named.set(name, new Set())
    attach(name)
  }
  named.get(name)!.add(heard)
  if (again) mended.add(again)
  return () => {
    named.get(name)!.delete(heard)
    if (again) mended.delete(again)
  }
}

/** Hears every change until the component goes; `again` runs after a break of the line. */
export function onLive(listener: Listener, again?: () => void) {
  listeners.add(listener)
  if (again) mended.add(again)
  onScopeDispose(() => {
    listeners.delete(listener)
    if (again) mended.delete(again)
  })
}
