import { onMounted, onScopeDispose } from 'vue'
import { onNews } from '../live/live'

const CALM = 2000
const POLL = 5000

/** Looks again when the hall has news, at most every two seconds, and every five where it is silent. */
export function useOften(look: () => Promise<unknown>) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = 0
  let gone = false

  function after(milliseconds: number) {
    clearTimeout(timer)
    if (!gone) timer = setTimeout(() => void now(), milliseconds)
  }

  async function now() {
    last = Date.now()
    await look()
    after(POLL)
  }

  const soon = () => after(Math.max(0, last + CALM - Date.now()))
  const stop = onNews('hall', soon, soon)
  onMounted(now)
  onScopeDispose(() => {
    gone = true
    clearTimeout(timer)
    stop()
  })
  return now
}
