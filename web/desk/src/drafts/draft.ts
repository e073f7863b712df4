import { onScopeDispose, ref, watch, type Ref } from 'vue'
import { get, put, remove } from '@minsheng/shared/http'
import { asProblem } from '@minsheng/shared/problem'
import { me } from '../session/session'
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
    const local = keptHere<T>(key())
    const draft = local ?? await get<T | undefined>(path(key())).catch(() => null)
    // Words typed while the answer was on its way are newer than the draft.
    if (draft && JSON.stringify(text.value) === settled) {
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
    settled = JSON.stringify(text.value)
    const of = key()
    if (isEmpty(text.value)) return clear()
    try {
      const kept = withAbout(about(text.value), text.value)
      await put(path(of), kept, { keepalive })
      knowDraft(of, JSON.stringify(kept))
      localStorage.removeItem(here(of))
      if (timer === undefined) state.value = 'saved'
    } catch (thrown) {
      localStorage.setItem(here(of), JSON.stringify(text.value))
      state.value = 'kept-here'
      if (asProblem(thrown).unreachable) timer = setTimeout(save, 5000)
    }
  }

  async function clear() {
    clearTimeout(timer)
    timer = undefined
    settled = JSON.stringify(text.value)
    localStorage.removeItem(here(key()))
    restored.value = false
    state.value = 'empty'
    unknowDraft(key())
    await remove(path(key())).catch(() => undefined)
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
  onScopeDispose(() => {
    flush()
    removeEventListener('pagehide', flush)
    removeEventListener('online', online)
  })

  return { state, restored, restore, save, clear }
}
