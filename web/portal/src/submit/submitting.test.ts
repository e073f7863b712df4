import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { Problem } from '../api/client'
import * as portal from '../api/portal'
import { routes } from '../router'
import CheckAnswers from './CheckAnswers.vue'
import { contact, discard, draft, receipt } from './draft'

const submit = vi.spyOn(portal, 'submit')
const RECEIPT = { number: 'DZ1', queryCode: 'K7', receivedAt: '2026-11-23T15:24:00+08:00', next: { zh: '', en: '' } }

beforeEach(() => {
  submit.mockReset()
  discard()
  Object.assign(draft, { kind: 'UNSURE', body: '三号楼暖气不热', topic: '01', address: '东关小区', privacy: 'open' })
  contact.phone = '13800001234'
})

async function open() {
  const router = createRouter({ history: createMemoryHistory(), routes })
  await router.push('/ask/check')
  return { router, screen: mount(CheckAnswers, { global: { plugins: [router] } }) }
}

test('shows every answer with a way to change it', async () => {
  const { screen } = await open()
  expect(screen.text()).toContain('三号楼暖气不热')
  expect(screen.findAll('.change a').map(link => link.attributes('href'))).toEqual(
    ['kind', 'what', 'topic', 'where', 'privacy', 'contact'].map(step => `/ask/${step}?change`))
})

test('sends the same key again when no answer came, so it stays one request', async () => {
  const { router, screen } = await open()
  submit.mockRejectedValueOnce(new Problem('no-network', 0, '')).mockResolvedValueOnce(RECEIPT)

  await screen.find('form').trigger('submit')
  await flushPromises()
  expect(screen.find('[role=alert]').text()).toContain('不会变成两件')
  await screen.find('form').trigger('submit')
  await flushPromises()

  expect(submit.mock.calls[0]?.[1]).toBe(submit.mock.calls[1]?.[1])
  expect(receipt.value).toEqual(RECEIPT)
  expect(router.currentRoute.value.fullPath).toBe('/ask/done')
})

test('presses once even when pressed twice', async () => {
  const { screen } = await open()
  submit.mockReturnValue(new Promise(() => undefined))
  await screen.find('form').trigger('submit')
  await screen.find('form').trigger('submit')
  expect(submit).toHaveBeenCalledTimes(1)
})

test('makes another request only when the citizen says so', async () => {
  const { screen } = await open()
  submit.mockRejectedValueOnce(new Problem('key-reused', 422, '')).mockResolvedValueOnce(RECEIPT)

  await screen.find('form').trigger('submit')
  await flushPromises()
  await screen.find('button[type=button]').trigger('click')

  expect(submit.mock.calls[0]?.[1]).not.toBe(submit.mock.calls[1]?.[1])
})

test('leads from the server\'s complaint to the question', async () => {
  const { screen } = await open()
  submit.mockRejectedValueOnce(new Problem('invalid', 422, '有一处要改', [{ pointer: '/phone', detail: '这个号码打不通' }]))

  await screen.find('form').trigger('submit')
  await flushPromises()

  const link = screen.find('.corrections a')
  expect(link.text()).toBe('这个号码打不通')
  expect(link.attributes('href')).toContain('/ask/contact?change')
})
