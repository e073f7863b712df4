import { computed } from 'vue'
import { useRouter } from 'vue-router'
import { useDoing } from '../kit/doing'
import type { Faults } from '../kit/question'
import { useQuestion } from '../kit/question'
import { useKeptText } from '../kit/kept-text'
import { long } from '../submit/steps'
import { t } from '../words/words'
import { news, ticket, useAction } from './followed'

/** What can be done with a few words, and under which name the words travel. */
export const ACTS = {
  'add-information': { words: 'addInformation', needed: true },
  'urge': { words: 'urge', needed: false },
  'withdraw': { words: 'withdraw', needed: true },
  'rework': { words: 'rework', needed: true },
} as const

export type Verb = keyof typeof ACTS
const MOST = 1000

export function useAct(verb: Verb) {
  const router = useRouter()
  const { busy, problem, doing } = useDoing()
  const { text, forget } = useKeptText(`${verb}.${ticket.value?.number ?? ''}`)
  const call = sender(verb)

  const { faults, submit } = useQuestion((): Faults => ({
    ...(ACTS[verb].needed && !text.value.trim() && { text: t('missing.text') }),
    ...long('text', text.value, MOST),
  }), send)

  async function send() {
    if (!await doing(() => call(text.value.trim()))) return
    forget()
    news.value = t(`act.${ACTS[verb].words}.done`)
    await router.push('/track/order')
  }

  return { busy, problem: computed(() => problem.value?.message ?? ''), text, faults, submit, max: MOST }
}

function sender(verb: Verb): (text: string) => Promise<boolean> {
  if (verb === 'withdraw' || verb === 'rework') {
    const send = useAction(verb)
    return reason => send({ reason })
  }
  const send = useAction(verb)
  return text => send({ text })
}
