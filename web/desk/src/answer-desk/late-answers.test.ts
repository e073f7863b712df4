import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Component } from 'vue'
import KnowledgeAnswers from '../knowledge/KnowledgeAnswers.vue'
import { i18n } from '../words/i18n'
import SimilarOrders from './SimilarOrders.vue'
import TemplateAnswers from './TemplateAnswers.vue'

const OLD = '停暖怎么退费'
const order = { id: '1', number: '2511', title: OLD, status: 'IN_PROGRESS', kind: 'INQUIRY', clock: null, badges: [] }
const hit = { kind: 'order', id: '1', subject: '1', title: OLD, excerpt: '', answer: OLD, score: 0.9, order }
const COLUMNS: [string, Component, object][] = [
  ['articles', KnowledgeAnswers, { code: 'K0001', version: 1, question: OLD, answer: OLD, basis: '' }],
  ['templates', TemplateAnswers, { code: 'M001', title: OLD, body: OLD, basis: '' }],
  ['similar orders', SimilarOrders, hit],
]

let waiting: (() => void)[]
beforeEach(() => {
  vi.useFakeTimers()
  waiting = []
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const answered = async () => {
  for (const each of waiting.splice(0)) each()
  await flushPromises()
}

function shown(column: Component, found: object) {
  vi.stubGlobal('fetch', vi.fn(() => new Promise(answer => { waiting.push(() => answer(new Response(JSON.stringify([found])))) })))
  return mount(column, {
    props: { body: '我家停暖了怎么退费', address: '', area: '', category: '', parent: '', missing: false },
    global: { plugins: [i18n], stubs: { RouterLink: true, OrderCard: { template: '<div><slot /></div>' } } },
  })
}

test.each(COLUMNS)('Found %s that come when the box has been emptied are not shown', async (_, column, found) => {
  const screen = shown(column, found)
  await vi.advanceTimersByTimeAsync(500)
  await screen.setProps({ body: '' })
  await answered()
  expect(screen.text()).not.toContain(OLD)
})

test.each(COLUMNS)('Found %s leave the screen as soon as another text is typed', async (_, column, found) => {
  const screen = shown(column, found)
  await vi.advanceTimersByTimeAsync(500)
  await answered()
  expect(screen.text()).toContain(OLD)
  await screen.setProps({ body: '路灯不亮已经三天了' })
  expect(screen.text()).not.toContain(OLD)
})

test.each(COLUMNS)('Found %s are marked while words typed since are not answered', async (_, column, found) => {
  const screen = shown(column, found)
  await vi.advanceTimersByTimeAsync(500)
  await answered()
  await screen.setProps({ body: '我家停暖了怎么退费，已经一个月' })
  await vi.advanceTimersByTimeAsync(1_500)
  expect(screen.text()).toContain(OLD)
  expect(screen.get('[role=status]').text()).toContain('earlier words')
})
