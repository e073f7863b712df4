import { computed } from 'vue'
import { useRouter } from 'vue-router'
import { newKey } from '../api/client'
import { submit } from '../api/portal'
import { useDoing } from '../kit/doing'
import { t } from '../words/words'
import { asRequest, draft, received } from './draft'
import { stepOf } from './steps'

/** Hands the draft in. The key changes only when the citizen says that it is another request. */
export function useSubmitting() {
  const router = useRouter()
  const { busy, problem, doing } = useDoing()

  const words = computed(() => {
    if (!problem.value) return ''
    if (problem.value.code === 'key-reused') return t('check.reused')
    return problem.value.unanswered ? t('check.unanswered') : problem.value.message
  })
  const reused = computed(() => problem.value?.code === 'key-reused')
  const corrections = computed(() => (problem.value?.errors ?? []).map(({ pointer, detail }) => ({
    step: stepOf(pointer),
    detail,
  })))

  async function send() {
    const answer = await doing(() => submit(asRequest(), draft.key))
    if (!answer) return
    received(answer)
    await router.replace('/ask/done')
  }

  function sendAsNew() {
    draft.key = newKey()
    return send()
  }

  return { busy, words, reused, corrections, send, sendAsNew }
}
