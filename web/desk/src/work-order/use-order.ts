import { ref, shallowRef, watch } from 'vue'
import { onLive, type LiveOrder } from '../live/live'
import { useTrouble } from '../parts/trouble'
import { open, type OrderView } from './work-order'

/** One order that follows the live line. `heard` is the last change that somebody made while it was open. */
export function useOrder(id: () => string) {
  const order = shallowRef<OrderView | null>(null)
  const heard = ref<LiveOrder | null>(null)
  const { busy, problem, attempt } = useTrouble()

  async function load() {
    const asked = id()
    const fresh = await attempt(() => open(asked))
    if (fresh && asked === id()) keep(fresh)
  }

  /** An older answer never replaces a newer one: answers may overtake each other. */
  function keep(fresh: OrderView) {
    if (order.value?.id === fresh.id && order.value.version > fresh.version) return
    order.value = fresh
  }

  watch(id, () => {
    order.value = null
    heard.value = null
    void load()
  }, { immediate: true })

  onLive(event => {
    if (event.id !== id() || event.version <= (order.value?.version ?? 0)) return
    void load().then(() => { if ((order.value?.version ?? 0) >= event.version) heard.value = event })
  }, () => void load())

  return { order, heard, busy, problem, load, keep }
}
