import { nextTick, type Ref } from 'vue'
import { useWhileTyped } from '../parts/while-typed'
import { categoryOf } from '../reference/reference'
import type { DeskText } from './desk-text'
import { asksOf, fillChips, NOTHING, understand, type Findings } from './understanding'

const PAUSE = 300
/** A slow answer holds no call back longer than this. */
const MOST = 3_000

/**
 * While the call is typed: what it is about, as the server sees it. Without a connection the chips stay as they are.
 * Who ends a call in the same breath as its last word waits in {@link settled} for what that word has changed.
 */
export function useUnderstanding(text: Ref<DeskText>) {
  let call = text.value.call
  const { found, late, settled: all } = useWhileTyped({
    words: () => ({ ...asksOf(text.value), call: text.value.call }),
    text: ({ body, address }) => `${body} ${address}`.trim(),
    enough: ({ body, address }) => body.trim() !== '' || address.trim() !== '',
    ask: () => understand(asksOf(text.value)),
    nothing: NOTHING,
    pause: PAUSE,
    shown: fill,
  })

  /** The chips of a call that was begun before came with its text: the end of the one before it empties none of them. */
  function fill(answer: Findings) {
    const turned = text.value.call !== call
    call = text.value.call
    if (!turned || answer !== NOTHING) fillChips(text.value, answer, category => categoryOf(category)?.level ?? null)
  }

  async function settled() {
    await nextTick()
    await Promise.race([all(), new Promise(resolve => setTimeout(resolve, MOST))])
  }
  return { found, late, settled }
}
