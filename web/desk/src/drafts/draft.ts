import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { get, put, remove } from '@minsheng/shared/http'
import { asProblem } from '@minsheng/shared/problem'
import { me, session } from '../session/session'
import { knowDraft, unknowDraft, withAbout, withoutAbout } from './open-drafts'

export const PAUSE = 600

/** Seats are shared between shifts: what one person left in this browser is nobody else's. */
const here = (key: string) => `minsheng.draft.${me.value?.username ?? ''}.${key}`

export type DraftState = 'empty' | 'typing' | 'saved' | 'kept-here'

const path = (key: string) => `/api/drafts/${encodeURIComponent(key)}`

function keptHere<T>(key: string): T | null {
  const text = localStorage.getItem(here(key))
  return text === null ? null : JSON.parse(text) as T
}

/**
 * Keeps what is typed: on the server at every pause, in this browser while the server cannot be reached.
 *
 * `isEmpty` says when there is nothing worth keeping; an emptied draft is deleted, so that it does not come back.
 * `about` names it in the list of drafts left open.
 */
export function useDraft<T extends object>(
  key: () => string, text: Ref<T>, isEmpty: (text: T) => boolean, about: (text: T) => string = () => '',
) {
  const state = ref<DraftState>('empty')
  const restored = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let settled = JSON.stringify(text.value)

  async function restore() {
    const of = key()
    const local = keptHere<T>(of)
    const draft = local ?? await get<T | undefined>(path(of)).catch(() => null)
    // Words typed while the answer was on its way are newer than the draft.
    if (draft && of === key() && JSON.stringify(text.value) === settled) {
      text.value = { ...text.value, ...withoutAbout(draft) }
      restored.value = true
      state.value = local ? 'kept-here' : 'saved'
      settled = JSON.stringify(text.value)
      if (local) await save()
    }
  }

  async function save(keepalive = false) {
    clearTimeout(timer)
    timer = undefined
    const words = JSON.stringify(text.value)
    settled = words
    const of = key()
    if (isEmpty(text.value)) return clear()
    const kept = withAbout(about(text.value), text.value)
    knowDraft(of, JSON.stringify(kept))
    try {
      await put(path(of), kept, { keepalive })
      localStorage.removeItem(here(of))
      if (of === key() && timer === undefined) state.value = 'saved'
    } catch (thrown) {
      localStorage.setItem(here(of), words)
      if (of !== key()) return
      state.value = 'kept-here'
      if (asProblem(thrown).unreachable) timer = setTimeout(save, 5000)
    }
  }

  /** Puts these words away under their key and begins others, that may have been begun before. Nothing is overwritten. */
  function turn(fresh: T) {
    if (JSON.stringify(text.value) !== settled || timer !== undefined) void save()
    clearTimeout(timer)
    timer = undefined
    text.value = fresh
    settled = JSON.stringify(fresh)
    restored.value = false
    state.value = 'empty'
    return restore()
  }

  /** The words are done with; `then` are the next ones, which may belong under another key. */
  async function clear(then = text.value) {
    const of = key()
    clearTimeout(timer)
    timer = undefined
    text.value = then
    settled = JSON.stringify(then)
    localStorage.removeItem(here(of))
    restored.value = false
    state.value = 'empty'
    unknowDraft(of)
    await remove(path(of)).catch(() => undefined)
  }

  watch(text, () => {
    if (JSON.stringify(text.value) === settled) return
    state.value = 'typing'
    clearTimeout(timer)
    timer = setTimeout(save, PAUSE)
  }, { deep: true })

  const flush = () => { if (timer !== undefined) void save(true) }
  const online = () => { if (state.value === 'kept-here') void save() }
  addEventListener('pagehide', flush)
  addEventListener('online', online)
  watch(session, online) // signed in again: what could only be kept here goes to the server
  onScopeDispose(() => {
    flush()
    removeEventListener('pagehide', flush)
    removeEventListener('online', online)
  })

  return { state, restored, restore, save, clear, turn }
}
