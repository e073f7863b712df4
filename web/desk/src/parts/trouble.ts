import { ref } from 'vue'
import { asProblem, type Problem } from '@minsheng/shared/problem'

/** Runs something that talks to the server; keeps whether it runs and what went wrong. */
export function useTrouble() {
  const busy = ref(false)
  const problem = ref<Problem | null>(null)

  async function attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    busy.value = true
    problem.value = null
    try {
      return await work()
    } catch (thrown) {
      problem.value = asProblem(thrown)
      return undefined
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, attempt }
}
