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

test('What was understood of one call fills no chip of the next one, however late it comes', async () => {
  let answer: (found: Findings) => void = () => undefined
  vi.mocked(understand).mockImplementation(() => new Promise(told => { answer = told }))
  const { text, found } = said()
  text.value.body = '请问培训班怎么报名'
  await vi.advanceTimersByTimeAsync(350)
  text.value = { ...emptyDesk(), body: '楼下烧烤摊半夜很吵' }
  await vi.advanceTimersByTimeAsync(50)
  answer(inquiry)
  await vi.advanceTimersByTimeAsync(0)
  expect([text.value.kind, found.value]).toEqual(['', NOTHING])
})

test('Chips that filled themselves are emptied when another text stands there', async () => {
  vi.mocked(understand).mockResolvedValueOnce(inquiry).mockReturnValue(new Promise(() => undefined))
  const { text } = said()
  text.value.body = '请问培训班怎么报名'
  await vi.advanceTimersByTimeAsync(350)
  expect(text.value.kind).toBe('INQUIRY')
  text.value.body = '楼下烧烤摊半夜很吵'
  await vi.advanceTimersByTimeAsync(0)
  expect(text.value.kind).toBe('')
})

test('Chips that were kept with the text of another call stay when the desk turns to it', async () => {
  vi.mocked(understand).mockResolvedValueOnce(inquiry).mockReturnValue(new Promise(() => undefined))
  const { text, found } = said()
  text.value.body = '请问培训班怎么报名'
  await vi.advanceTimersByTimeAsync(350)
  text.value = { ...emptyDesk(), call: 'another', body: '楼下烧烤摊半夜很吵', kind: 'COMPLAINT' }
  await vi.advanceTimersByTimeAsync(0)
  expect([text.value.kind, found.value]).toEqual(['COMPLAINT', NOTHING])
})
