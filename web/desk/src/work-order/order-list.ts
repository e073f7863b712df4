import { ref, shallowRef, watch } from 'vue'
import { onLive } from '../live/live'
import { useTrouble } from '../parts/trouble'
import { find, type Filter, type OrderRow } from './work-order'

/** The ids of the list a person came from, so that the order page knows the next one. */
export const trail = shallowRef<{ name: string, ids: string[] }>({ name: '', ids: [] })

const SETTLE = 150

/**
 * A list that follows its filter and the live line. An error keeps the old rows; a row changed by somebody else is
 * marked for a moment.
 */
export function useOrderList(filter: () => Filter) {
  const rows = shallowRef<OrderRow[] | null>(null)
  const next = ref<string | null>(null)
  const changed = ref(new Set<string>())
  const { busy, problem, attempt } = useTrouble()
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  async function load() {
    const mine = ++asked
    const page = await attempt(() => find(filter()))
    if (page === undefined || mine !== asked) return
    rows.value = page.items
    next.value = page.next
  }

  async function loadMore() {
    const page = await attempt(() => find(filter(), next.value))
    if (page === undefined) return
    rows.value = [...rows.value ?? [], ...page.items]
    next.value = page.next
  }

  function mark(id: string) {
    changed.value = new Set([...changed.value, id])
    setTimeout(() => { changed.value = new Set([...changed.value].filter(each => each !== id)) }, 4000)
  }

  watch(filter, (fresh, before) => {
    if (JSON.stringify(fresh) === JSON.stringify(before)) return
    rows.value = null
    void load()
  })
  onLive(event => {
    mark(event.id)
    clearTimeout(timer)
    timer = setTimeout(() => void load(), SETTLE)
  }, () => void load())

  return { rows, next, changed, busy, problem, load, loadMore }
}
