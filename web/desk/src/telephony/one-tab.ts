import { ref, type Ref } from 'vue'

/**
 * One telephone, one tab: two would both ring and both register. The tab that came first has it; another one says so
 * and may take it over, on which the first lets go.
 */
export interface OneTab {
  mine: Ref<boolean>
  /** Takes the telephone into this tab. */
  take(): void
  release(): void
}

const NAME = 'minsheng.telephone'

/** `locks` are missing where the page came over plain http; then every tab takes itself for the one. */
export function oneTab(locks: LockManager | null = navigator.locks ?? null): OneTab {
  const mine = ref(false)
  let letGo = () => {}
  let waiting: AbortController | null = null

  const hold = () => new Promise<void>(resolve => {
    mine.value = true
    letGo = resolve
  })

  async function claim(options: LockOptions) {
    let had = false
    try {
      await locks!.request(NAME, options, () => {
        had = true
        return hold()
      })
    } catch {
      // Given up while waiting, or stolen by another tab.
    }
    if (!had) return
    mine.value = false
    if (waiting) wait()
  }

  function wait() {
    waiting = new AbortController()
    void claim({ signal: waiting.signal })
  }

  if (locks) wait()
  else mine.value = true

  return {
    mine,
    take() {
      if (!locks || mine.value) return
      waiting?.abort()
      waiting = new AbortController()
      void claim({ steal: true })
    },
    release() {
      waiting?.abort()
      waiting = null
      letGo()
      mine.value = false
    },
  }
}
