import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { Problem } from '../api/client'
import * as portal from '../api/portal'
import { makeRouter } from '../router'
import { hasCode, takeCode } from './asked'
import RateCall from './RateCall.vue'

const askedCall = vi.spyOn(portal, 'askedCall')
const rateCall = vi.spyOn(portal, 'rateCall')

beforeEach(() => vi.resetAllMocks())

async function open() {
  takeCode('#/rate-call/k7m2-p9q4')
  const screen = mount(RateCall, { global: { plugins: [makeRouter()] } })
  await flushPromises()
  return screen
}

test('takes the code out of the address, and out of no other one', async () => {
  expect(takeCode('#main')).toBe(false)
  expect(takeCode('#/rate-call/')).toBe(false)
  const router = makeRouter()
  await router.push('/#/rate-call/k7m2-p9q4')

  expect(router.currentRoute.value.fullPath).toBe('/rate-call')
  expect(hasCode()).toBe(true)
})

test('asks one question about one call and sends the stars with the code', async () => {
  askedCall.mockResolvedValue({ at: '2020-11-25T06:05:00Z' })
  rateCall.mockResolvedValue({ kept: true })
  const screen = await open()
  expect(screen.text()).toContain('您 2020年11月25日 14:05 打来的电话')

  await screen.find('input[value="4"]').setValue()
  await screen.find('form').trigger('submit')
  await flushPromises()

  expect(rateCall).toHaveBeenCalledWith('k7m2-p9q4', 4, expect.any(String))
  expect(screen.text()).toContain('谢谢')
})

test('says that the first rating stands', async () => {
  askedCall.mockResolvedValue({ at: '2020-11-25T06:05:00Z' })
  rateCall.mockResolvedValue({ kept: false })
  const screen = await open()
  await screen.find('input[value="1"]').setValue()
  await screen.find('form').trigger('submit')
  await flushPromises()

  expect(screen.text()).toContain('以第一次为准')
})

test('sends nothing before an answer was chosen', async () => {
  askedCall.mockResolvedValue({ at: '2020-11-25T06:05:00Z' })
  const screen = await open()
  await screen.find('form').trigger('submit')
  await flushPromises()

  expect(rateCall).not.toHaveBeenCalled()
  expect(screen.text()).toContain('请选一项')
})

test('says so when the link opens nothing', async () => {
  askedCall.mockRejectedValue(new Problem('not-found', 404, 'no such rating'))
  const screen = await open()

  expect(screen.text()).toContain('这个链接不对')
  expect(screen.find('form').exists()).toBe(false)
})
