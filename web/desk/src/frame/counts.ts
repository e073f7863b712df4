import { onMounted, shallowRef } from 'vue'
import { onLive } from '../live/live'
import { counts } from '../work-order/work-order'

const CALM = 800

/** How many orders wait in each list; looks again soon after any change, but not once per change. */
export function useCounts() {
  const known = shallowRef<Record<string, number>>({})
  let timer: ReturnType<typeof setTimeout> | undefined

  async function load() {
    timer = undefined
    known.value = await counts().catch(() => known.value)
  }

  onMounted(load)
  onLive(() => { timer ??= setTimeout(() => void load(), CALM) }, () => void load())
  return { of: (view: string) => known.value[view] ?? 0 }
}
