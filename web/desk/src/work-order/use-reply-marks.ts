import { shallowRef, watch } from 'vue'
import { post } from '@minsheng/shared/http'

/** What a reader would object to, with the words that it is about. */
export interface ReplyMark { kind: 'TOO_SHORT' | 'ONLY_DEFERRAL' | 'NOT_ANSWERED' | 'NO_BASIS' | 'ID_NUMBER' | 'PHONE', words: string }

const PAUSE = 600

/** The server reads the reply beside the request while it is written. Hints: nothing is forbidden, and without a connection there are none. */
export function useReplyMarks(order: () => string, answer: () => string) {
  const marks = shallowRef<ReplyMark[]>([])
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  async function check() {
    const mine = ++asked
    const found = answer().trim() ? await post<ReplyMark[]>(`/api/work-orders/${order()}/reply-check`, { answer: answer() }).catch(() => []) : []
    if (mine === asked) marks.value = found
  }

  watch([order, answer], () => {
    clearTimeout(timer)
    timer = setTimeout(() => void check(), PAUSE)
  }, { immediate: true })
  return marks
}
