import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { i18n } from '../words/i18n'
import CallingBox from './CallingBox.vue'

const article = { code: 'K0511', version: 2, question: '失业金怎么申领？', answer: '线上申领。' }

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', vi.fn(async () => new Response(JSON.stringify([article]))))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function typed(words: string) {
  const box = mount(CallingBox, { props: { id: 'box', modelValue: '', 'onUpdate:modelValue': (text: string) => box.setProps({ modelValue: text }) }, global: { plugins: [i18n] }, attachTo: document.body })
  const area = box.get('textarea')
  area.element.value = words
  area.element.setSelectionRange(words.length, words.length)
  await area.trigger('input')
  await vi.advanceTimersByTimeAsync(200)
  await flushPromises()
  return { box, area }
}

test('an article is called for, chosen by Enter, and what called for it is gone', async () => {
  const { box, area } = await typed('他问？？失业金')
  expect(box.get('[role=option]').text()).toContain('失业金怎么申领')
  await area.trigger('keydown', { key: 'Enter' })
  expect(box.emitted('article')).toEqual([[article]])
  expect(box.props('modelValue')).toBe('他问')
})

test('Enter that ends a Chinese word chooses nothing', async () => {
  const { box, area } = await typed('??失业')
  await area.trigger('keydown', { key: 'Enter', isComposing: true })
  await area.trigger('keydown', { key: 'Process' })
  expect(box.emitted('article')).toBeUndefined()
})

test('Escape puts the list away and keeps the words', async () => {
  const { box, area } = await typed('??失业')
  await area.trigger('keydown', { key: 'Escape' })
  expect(box.find('[role=listbox]').exists()).toBe(false)
  expect(box.props('modelValue')).toBe('??失业')
})

test('of two answers in the wrong order the one to the words that stand there stays', async () => {
  const waiting: ((words: string) => void)[] = []
  vi.stubGlobal('fetch', vi.fn(() => new Promise(answer => { waiting.push(question => answer(new Response(JSON.stringify([{ ...article, question }])))) })))
  const { box, area } = await typed('??失业')
  area.element.value = '??失业金'
  area.element.setSelectionRange(6, 6)
  await area.trigger('input')
  await vi.advanceTimersByTimeAsync(200)
  waiting[1]!('失业金怎么申领？')
  await flushPromises()
  waiting[0]!('失业登记在哪里办？')
  await flushPromises()
  expect(box.findAll('[role=option]').map(each => each.text())).toEqual([expect.stringContaining('失业金怎么申领')])
})

test('what an earlier sign called for is not offered to the next one', async () => {
  const { box, area } = await typed('??失业')
  await area.trigger('keydown', { key: 'Escape' })
  vi.stubGlobal('fetch', vi.fn(() => new Promise(() => undefined)))
  area.element.value = '??医保'
  area.element.setSelectionRange(4, 4)
  await area.trigger('input')
  await vi.advanceTimersByTimeAsync(200)
  expect(box.text()).not.toContain('失业金')
})
