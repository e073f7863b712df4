import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { isAnother, useWhileTyped } from './while-typed'

/** A server that answers when the test lets it. */
function typing() {
  const text = ref('')
  const waiting: { words: string, answer: (with_: string[]) => void, fail: () => void }[] = []
  const live = effectScope().run(() => useWhileTyped({
    words: () => text.value,
    text: words => words,
    enough: words => words.length > 1,
    ask: words => new Promise<string[]>((answer, refuse) => waiting.push({ words, answer, fail: () => refuse(new TypeError('no line')) })),
    nothing: [] as string[],
    pause: 300,
  }))!
  async function type(words: string, wait = 300) {
    text.value = words
    await nextTick()
    await vi.advanceTimersByTimeAsync(wait)
  }
  async function answer(words: string) {
    waiting.find(each => each.words === words)!.answer([words])
    await vi.advanceTimersByTimeAsync(0)
  }
  async function fail(words: string) {
    waiting.find(each => each.words === words)!.fail()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { ...live, type, answer, fail, waiting }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('Of two answers in the wrong order the one to the words that stand there stays', async () => {
  const { found, type, answer } = typing()
  await type('小区暖气不热')
  await type('小区暖气不热，报修没人来')
  await answer('小区暖气不热，报修没人来')
  await answer('小区暖气不热')
  expect(found.value).toEqual(['小区暖气不热，报修没人来'])
})

test('An answer to words that have just been replaced is thrown away before the new ones are asked for', async () => {
  const { found, type, answer } = typing()
  await type('小区暖气不热')
  await type('社保卡丢了怎么补', 10)
  await answer('小区暖气不热')
  expect(found.value).toEqual([])
})

test('An answer that comes when the box has been emptied fills nothing', async () => {
  const { found, type, answer } = typing()
  await type('小区暖气不热')
  await type('', 10)
  await answer('小区暖气不热')
  expect(found.value).toEqual([])
})

test('What is shown goes at once when another text stands there', async () => {
  const { found, type, answer } = typing()
  await type('小区暖气不热')
  await answer('小区暖气不热')
  await type('社保卡丢了怎么补', 0)
  expect(found.value).toEqual([])
})

test('What is shown stays while the same text is typed on, and is marked when its answer lets wait', async () => {
  const { found, late, type, answer } = typing()
  await type('小区暖气不热')
  await answer('小区暖气不热')
  await type('小区暖气不热，报修')
  expect([found.value, late.value]).toEqual([['小区暖气不热'], false])
  await vi.advanceTimersByTimeAsync(1_000)
  expect([found.value, late.value]).toEqual([['小区暖气不热'], true])
  await answer('小区暖气不热，报修')
  expect([found.value, late.value]).toEqual([['小区暖气不热，报修'], false])
})

test('What is shown is marked when the words typed since could not be asked for', async () => {
  const { found, late, problem, type, answer, fail } = typing()
  await type('小区暖气不热')
  await answer('小区暖气不热')
  await type('小区暖气不热，报修')
  await fail('小区暖气不热，报修')
  expect([found.value, late.value, problem.value?.unreachable]).toEqual([['小区暖气不热'], true, true])
})

test('What was found without a chip that filled itself meanwhile is shown until there is better, and never after it', async () => {
  const chip = ref('')
  const waiting: ((found: string[]) => void)[] = []
  const { found } = effectScope().run(() => useWhileTyped({
    words: () => ({ body: '小区暖气不热', chip: chip.value }), text: ({ body }) => body, enough: () => true,
    ask: () => new Promise<string[]>(answer => { waiting.push(answer) }), nothing: [] as string[], pause: 300,
  }))!
  const ask = async (code: string) => {
    chip.value = code
    await nextTick()
    await vi.advanceTimersByTimeAsync(300)
  }
  await vi.advanceTimersByTimeAsync(300)
  await ask('010101')
  waiting[0]!(['without'])
  await vi.advanceTimersByTimeAsync(0)
  expect(found.value).toEqual(['without'])
  await ask('010102')
  waiting[2]!(['newest'])
  await vi.advanceTimersByTimeAsync(0)
  waiting[1]!(['older'])
  await vi.advanceTimersByTimeAsync(0)
  expect(found.value).toEqual(['newest'])
})

test('A failure that belongs to earlier words is not told', async () => {
  const { problem, type, fail } = typing()
  await type('小区暖气不热')
  await type('社保卡丢了怎么补')
  await fail('小区暖气不热')
  expect(problem.value).toBeNull()
})

test('A text is another one when less than half of what was said is still said', () => {
  expect(isAnother('小区暖气不热', '小区暖气不热，报修没人来')).toBe(false)
  expect(isAnother('小区暖气不热', '我们小区的暖气不热')).toBe(false)
  expect(isAnother('小区暖气不热', '社保卡丢了怎么补')).toBe(true)
  expect(isAnother('', '社保卡丢了怎么补')).toBe(false)
})
