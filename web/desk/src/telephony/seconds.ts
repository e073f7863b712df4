import { onScopeDispose, ref } from 'vue'
import { momentNow } from '../clock/clock'

/** The server's time, every half second, as long as somebody looks. */
export function useSeconds() {
  const now = ref(momentNow())
  const timer = setInterval(() => { now.value = momentNow() }, 500)
  onScopeDispose(() => clearInterval(timer))
  return now
}
