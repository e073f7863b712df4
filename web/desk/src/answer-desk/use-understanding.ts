import { nextTick, shallowRef, watch, type Ref } from 'vue'
import { categoryOf } from '../reference/reference'
import type { DeskText } from './desk-text'
import { fillChips, NOTHING, understand } from './understanding'

const PAUSE = 300
/** A slow answer holds no call back longer than this. */
const MOST = 3_000

/**
 * While the call is typed: what it is about, as the server sees it. Without a connection the chips stay as they are.
 * Who ends a call in the same breath as its last word waits in {@link settled} for what that word has changed.
 */
export function useUnderstanding(text: Ref<DeskText>) {
  const found = shallowRef(NOTHING)
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 0
  let asking = Promise.resolve()

  async function ask() {
    const mine = ++asked
    const empty = text.value.body.trim() === '' && text.value.address.trim() === ''
    const answer = empty ? NOTHING : await understand(text.value).catch(() => null)
    if (!answer || mine !== asked) return
    found.value = answer
    fillChips(text.value, answer, category => categoryOf(category)?.level ?? null)
  }

  watch(() => [text.value.body, text.value.address, text.value.phone, text.value.own.join(), text.value.own.includes('category') ? text.value.category : ''], () => {
    clearTimeout(timer)
    timer = setTimeout(begin, PAUSE)
  })

  function begin() {
    timer = undefined
    asking = ask()
  }

  async function settled() {
    await nextTick()
    if (timer !== undefined) {
      clearTimeout(timer)
      begin()
    }
    await Promise.race([asking, new Promise(resolve => setTimeout(resolve, MOST))])
  }
  return { found, settled }
}
