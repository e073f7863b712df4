import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import { emptyDesk } from './desk-text'
import { NOTHING, understand, type Findings } from './understanding'
import { useUnderstanding } from './use-understanding'

vi.mock('./understanding', async original => ({ ...await original<object>(), understand: vi.fn() }))
vi.mock('../reference/reference', () => ({ categoryOf: () => null }))

const inquiry: Findings = { ...NOTHING, kinds: [{ code: 'INQUIRY', probability: 0.8, words: [] }] }
const said = () => {
  const text = ref(emptyDesk())
  const scope = effectScope()
  return { text, ...scope.run(() => useUnderstanding(text))! }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('A call that ends with its last word is not sent before that word is understood', async () => {
  vi.mocked(understand).mockResolvedValue(inquiry)
  const { text, settled } = said()
  text.value.body = '请问培训班怎么报名'
  await settled()
  expect(text.value.kind).toBe('INQUIRY')
})

test('A server that does not answer holds no call back for long', async () => {
  vi.mocked(understand).mockReturnValue(new Promise(() => undefined))
  const { text, settled } = said()
  text.value.body = '请问培训班怎么报名'
  let over = false
  void settled().then(() => { over = true })
  await vi.advanceTimersByTimeAsync(2_900)
  expect(over).toBe(false)
  await vi.advanceTimersByTimeAsync(200)
  expect(over).toBe(true)
  expect(text.value.kind).toBe('')
})
