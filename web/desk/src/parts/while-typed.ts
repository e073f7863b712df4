import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import { asProblem, type Problem } from '@minsheng/shared/problem'

/** An answer that lets wait longer than this leaves what is shown to be told apart from it. */
const PATIENCE = 1_000

interface Asking<W, A> {
  /** What is asked, as it stands in the form now. */
  words: () => W
  /** Of that, the text by which one request is told from another. */
  text: (words: W) => string
  enough: (words: W) => boolean
  ask: (words: W) => Promise<A>
  nothing: A
  pause: number
  /** Called whenever something else is shown; nothing by reason of another text, too. */
  shown?: (found: A) => void
}

/**
 * What the server has to say about words while they are typed. An answer counts only for the text that it was asked for: what
 * comes late is thrown away, and what is shown goes as soon as another text stands there. A chip that fills itself meanwhile
 * makes no other text of it: what was found without it is shown until there is better.
 */
export function useWhileTyped<W, A>({ words, text, enough, ask, nothing, pause, shown = () => undefined }: Asking<W, A>) {
  const found = shallowRef(nothing)
  const problem = shallowRef<Problem | null>(null)
  /** What is shown belongs to words before these, and the answer to these lets wait or has failed. */
  const late = ref(false)
  const now = () => JSON.stringify(words())
  const asked = () => text(words())
  let of = ''
  let turn = 0
  let shownTurn = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let patience: ReturnType<typeof setTimeout> | undefined
  let asking = Promise.resolve()

  function show(answer: A, told: string) {
    clearTimeout(patience)
    patience = undefined
    found.value = answer
    of = told
    late.value = false
    problem.value = null
    shown(answer)
  }

  function begin() {
    timer = undefined
    patience ??= setTimeout(() => { late.value = found.value !== nothing && asked() !== of }, PATIENCE)
    asking = hear(now())
  }

  async function hear(mine: string) {
    const told = asked()
    const ours = ++turn
    const counts = () => ours > shownTurn && (mine === now() || told === asked())
    try {
      const answer = await ask(words())
      if (!counts()) return
      shownTurn = ours
      show(answer, told)
    } catch (thrown) {
      if (mine !== now()) return
      problem.value = asProblem(thrown)
      late.value = found.value !== nothing && told !== of
    }
  }

  /** Asks once more for the same words. */
  function again() {
    clearTimeout(timer)
    timer = setTimeout(begin, pause)
  }

  function forget() {
    shownTurn = turn
    show(nothing, '')
  }

  function changed() {
    clearTimeout(timer)
    timer = undefined
    if (!enough(words())) return forget()
    if (isAnother(of, asked())) forget()
    again()
  }

  /** Asks at once for what is only just typed, and waits for what is asked. */
  async function settled() {
    if (timer !== undefined) {
      clearTimeout(timer)
      begin()
    }
    await asking
  }

  watch(now, changed, { immediate: true })
  onScopeDispose(() => { clearTimeout(timer); clearTimeout(patience) })
  return { found, problem, late, again, settled }
}

const pairs = (text: string) => Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2))

/** Less than half of what was said before is still said. */
export function isAnother(before: string, now: string) {
  const of = pairs(before)
  return of.length > 0 && of.filter(pair => now.includes(pair)).length * 2 < of.length
}
