import { computed, ref, shallowRef } from 'vue'
import { asProblem, type Problem } from '@minsheng/shared/problem'
import { act, type OrderView } from './work-order'

export const SECONDS = 10

/** The dispatch that can still be taken back; it outlives the page it was made on. */
const last = shallowRef<{ order: OrderView, until: number } | null>(null)
const tick = ref(0)
export const undoProblem = shallowRef<Problem | null>(null)
let timer: ReturnType<typeof setInterval> | undefined

export const undoable = computed(() => {
  void tick.value
  if (last.value === null) return null
  const left = Math.ceil((last.value.until - Date.now()) / 1000)
  return left > 0 ? { order: last.value.order, left } : null
})

export function offerUndo(order: OrderView) {
  last.value = { order, until: Date.now() + SECONDS * 1000 }
  undoProblem.value = null
  clearInterval(timer)
  timer = setInterval(() => {
    tick.value++
    if (undoable.value === null) forget()
  }, 250)
}

export function forget() {
  clearInterval(timer)
  last.value = null
}

export async function undo(): Promise<OrderView | null> {
  if (last.value === null) return null
  const { order } = last.value
  try {
    const after = await act(order, 'recall', {})
    forget()
    return after
  } catch (thrown) {
    undoProblem.value = asProblem(thrown)
    forget()
    return null
  }
}
