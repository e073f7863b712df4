import { describe, expect, test } from 'vitest'
import { oneTab } from './one-tab'

/** As a browser does it: one holder, the others wait in a line, and a thief takes it from the holder. */
function browserLocks() {
  let holder: { reject: (why: Error) => void } | null = null
  const line: (() => void)[] = []

  function request(_: string, options: LockOptions, work: () => Promise<void> | undefined) {
    return new Promise<void>((resolve, reject) => {
      const hold = () => {
        const mine = { reject }
        holder = mine
        void Promise.resolve(work()).then(() => {
          if (holder === mine) { holder = null; line.shift()?.() }
          resolve()
        })
      }
      options.signal?.addEventListener('abort', () => {
        if (line.includes(hold)) line.splice(line.indexOf(hold), 1)
        reject(new Error('AbortError'))
      })
      if (options.steal) { holder?.reject(new Error('stolen')); hold() }
      else if (holder) line.push(hold)
      else hold()
    })
  }
  return { request } as unknown as LockManager
}

const calm = () => new Promise(resolve => setTimeout(resolve))

describe('the telephone', () => {
  test('is in the tab that came first', async () => {
    const locks = browserLocks()
    const [first, second] = [oneTab(locks), oneTab(locks)]
    await calm()
    expect([first.mine.value, second.mine.value]).toEqual([true, false])
  })

  test('goes to the next tab when the first is closed', async () => {
    const locks = browserLocks()
    const [first, second] = [oneTab(locks), oneTab(locks)]
    first.release()
    await calm()
    expect(second.mine.value).toBe(true)
  })

  test('can be taken into another tab, and back again', async () => {
    const locks = browserLocks()
    const [first, second] = [oneTab(locks), oneTab(locks)]
    second.take()
    await calm()
    expect([first.mine.value, second.mine.value]).toEqual([false, true])
    first.take()
    await calm()
    expect([first.mine.value, second.mine.value]).toEqual([true, false])
  })
})

test('where the browser knows no locks, every tab takes itself for the one', () => {
  expect(oneTab(null).mine.value).toBe(true)
})
