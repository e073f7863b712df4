import { ref } from 'vue'
import { Problem } from '../api/client'
import { t } from '../words/words'

/** One call to the server at a time, and what went wrong with it in words. */
export function useDoing() {
  const busy = ref(false)
  const problem = ref<Problem | null>(null)

  async function doing<T>(call: () => Promise<T>): Promise<T | undefined> {
    if (busy.value) return undefined
    busy.value = true
    problem.value = null
    try {
      return await call()
    } catch (reason) {
      problem.value = reason instanceof Problem ? reason : new Problem('unexpected', 0, t('error.server'))
      return undefined
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, doing }
}
