import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { useQuestion } from '../kit/question'
import { t } from '../words/words'
import type { Step } from './steps'
import { faultsOf, stepAfter, stepBefore, stepsNow } from './steps'

/** Where a step leads, forward and back. */
export function useStep(step: Step) {
  const router = useRouter()
  const route = useRoute()
  const changing = computed(() => route.query['change'] !== undefined)

  const back = computed(() => {
    if (changing.value) return '/ask/check'
    const before = stepBefore(step)
    return before ? `/ask/${before}` : '/'
  })
  const caption = computed(() => t('ask.step', { n: stepsNow().indexOf(step) + 1, of: stepsNow().length }))

  const { faults, submit } = useQuestion(() => faultsOf(step), () => {
    const next = stepAfter(step, changing.value)
    return router.push(changing.value && next !== 'check' ? `/ask/${next}?change` : `/ask/${next}`)
  })

  return { back, caption, faults, submit }
}
