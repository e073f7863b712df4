import { computed, ref, shallowRef } from 'vue'
import { momentNow } from '../clock/clock'
import { useSeconds } from '../telephony/seconds'
import { wall, type Wall } from './hall'
import { useOften } from './often'

/** Longer than this without fresh numbers, the wall says so instead of showing old ones as if they were new. */
export const STALE = 15_000
const PATIENCE = 8_000

export const isStale = (readAt: number, now: number) => now - readAt > STALE

/** What the wall shows, and whether it can still be believed. */
export function useWall() {
  const data = shallowRef<Wall | null>(null)
  const readAt = ref(momentNow())
  const now = useSeconds()

  useOften(async () => {
    // A question that hangs is no answer: the next one must not wait for it.
    const fresh = await wall(AbortSignal.timeout(PATIENCE)).catch(() => null)
    if (!fresh) return
    data.value = fresh
    readAt.value = momentNow()
  })

  const stopped = computed(() => isStale(readAt.value, now.value))
  /** Between two readings a wait goes on; once the data have stopped, nothing moves. */
  const moment = computed(() => stopped.value ? readAt.value : now.value)
  return { data, stopped, moment, readAt }
}
