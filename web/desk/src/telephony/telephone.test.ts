import { expect, test, vi } from 'vitest'
import { nextTick } from 'vue'
import { sampleSeat } from './sample-seat'
import { elsewhere, startTelephone, take } from './telephone'

vi.mock('../live/live', () => ({ onNews: () => () => undefined }))
vi.mock('./seat', async load => ({
  ...await load<typeof import('./seat')>(),
  readSeat: () => Promise.resolve(sampleSeat), readOptions: () => Promise.resolve(null),
  doAtSeat: () => Promise.resolve({ ...sampleSeat, version: 2, phone: { kind: 'simulated' } }),
}))

/** The browser's locks: another tab can take what this one holds, which then waits in the line behind it. */
let steal: (() => void) | null = null
vi.stubGlobal('navigator', { locks: {
  request: (_: string, _options: LockOptions, work: () => Promise<void>) => new Promise<void>((_resolve, reject) => {
    if (steal) return
    steal = () => reject(new Error('stolen'))
    void work()
  }),
} })

test('says that the telephone is in another tab, also when the server says that it was taken', async () => {
  await startTelephone()
  expect(elsewhere.value).toBeNull()

  steal?.()
  await nextTick()
  await nextTick()
  expect(elsewhere.value).toBe('tab')

  take({ ...sampleSeat, version: 3, phone: { kind: 'taken' } })

  expect(elsewhere.value).toBe('tab')
})
