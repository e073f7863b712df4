/** Longer than a person would wait, because the machine may be busy. */
export const PATIENCE = 40_000

export const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds))

/** Looks again until it is so, for what a page cannot be waited on for. */
export async function until(isSo, what, patience = PATIENCE) {
  const end = Date.now() + patience
  for (;;) {
    const answer = await isSo()
    if (answer) return answer
    if (Date.now() > end) throw new Error(`Not within ${patience / 1000} s: ${what}`)
    await pause(100)
  }
}
