import { flushPromises, mount } from '@vue/test-utils'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { Problem } from '../api/client'
import type { PortalView } from '../api/portal'
import * as portal from '../api/portal'
import { routes } from '../router'
import ActPage from './ActPage.vue'
import { adopt, news, ticket, unfollow, view } from './followed'
import OrderActions from './OrderActions.vue'
import OrderFacts from './OrderFacts.vue'
import { answers, asRating, clearAnswers, firstUnrated } from './rating'
import TrackRequest from './TrackRequest.vue'

const VIEW: PortalView = {
  number: 'DZ1', title: '暖气不热', body: '', status: 'CLOSED', statusWords: { zh: '已办结', en: 'Closed' },
  outcome: 'UNRESOLVED', receivedAt: '2026-11-21T09:10:00+08:00', department: null, due: null, answer: null, steps: [],
  can: { addInformation: false, urge: false, urgeWhy: '今天已经催过', withdraw: false, rate: true, rework: true },
  rated: { contacted: true, solved: 'NO', satisfied: 'YES', words: '' },
}
const track = vi.spyOn(portal, 'track')
const act = vi.spyOn(portal, 'act')
const router = createRouter({ history: createMemoryHistory(), routes })
const global = { plugins: [router] }

beforeEach(() => {
  vi.resetAllMocks()
  unfollow()
  sessionStorage.clear()
})

describe('tracking', () => {
  test('reads number and code as people type them, and keeps them out of the address', async () => {
    track.mockResolvedValue(VIEW)
    const screen = mount(TrackRequest, { global })
    await screen.find('#number').setValue(' dz 1 ')
    await screen.find('#code').setValue('ｋ７ｍ')
    await screen.find('form').trigger('submit')
    await flushPromises()

    expect(track).toHaveBeenCalledWith({ number: 'DZ1', code: 'K7M' })
    expect(router.currentRoute.value.fullPath).toBe('/track/order')
  })

  test('keeps nothing that opened nothing', async () => {
    track.mockRejectedValue(new Problem('not-found', 404, '没有找到'))
    const screen = mount(TrackRequest, { global })
    await screen.find('#number').setValue('DZ1')
    await screen.find('#code').setValue('X')
    await screen.find('form').trigger('submit')
    await flushPromises()

    expect(screen.find('[role=alert] .wrong').text()).toContain('没有找到')
    expect(ticket.value).toBeNull()
    expect(sessionStorage.length).toBe(0)
  })
})

test('shows state, result and rating as three facts', () => {
  const facts = mount(OrderFacts, { props: { view: VIEW } }).findAll('dd').map(fact => fact.text())
  expect(facts).toContain('已办结')
  expect(facts).toContain('没有解决，已说明原因')
  expect(facts).toContain('联系过 · 没有解决 · 满意')
})

test('offers only what the server allows and says why urging must wait', () => {
  const screen = mount(OrderActions, { props: { can: VIEW.can }, global })
  expect(screen.findAll('a').map(link => link.text())).toEqual(['评价', '申请再办'])
  expect(screen.text()).not.toContain('今天已经催过')
  const waiting = mount(OrderActions, { props: { can: { ...VIEW.can, rate: false, rework: false } }, global })
  expect(waiting.text()).toContain('今天已经催过')
})

describe('an action with words', () => {
  test('must say why when it asks for rework, beside the field', async () => {
    adopt({ number: 'DZ1', code: 'K7' })
    const screen = mount(ActPage, { props: { verb: 'rework' }, global, attachTo: document.body })
    await screen.find('form').trigger('submit')
    expect(screen.find('#text-fault').text()).toBe('请写几句话')
    expect(document.activeElement?.id).toBe('text')
    expect(act).not.toHaveBeenCalled()
  })

  test('keeps the words and the key until they have arrived', async () => {
    adopt({ number: 'DZ1', code: 'K7' })
    act.mockRejectedValueOnce(new Problem('no-network', 0, '网络不通')).mockResolvedValueOnce(VIEW)
    const screen = mount(ActPage, { props: { verb: 'urge' }, global })
    await screen.find('#text').setValue('请快一点')
    await screen.find('form').trigger('submit')
    await flushPromises()
    expect(sessionStorage.getItem('minsheng.urge.DZ1')).toBe('请快一点')
    await screen.find('form').trigger('submit')
    await flushPromises()

    expect(act.mock.calls[0]).toEqual(act.mock.calls[1])
    expect(sessionStorage.getItem('minsheng.urge.DZ1')).toBeNull()
    expect(news.value).toBe('已经替您催了。')
    expect(view.value).toEqual(VIEW)
  })
})

test('asks three separate questions and sends three separate answers', () => {
  clearAnswers()
  answers.contacted = 'NO'
  expect(firstUnrated()).toBe('solved')
  Object.assign(answers, { solved: 'YES', satisfied: 'VERY_NO', words: ' 太慢 ' })
  expect(firstUnrated()).toBeUndefined()
  expect(asRating()).toEqual({ contacted: false, solved: 'YES', satisfied: 'VERY_NO', words: '太慢' })
})
