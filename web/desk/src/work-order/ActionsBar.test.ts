import { mount } from '@vue/test-utils'
import { beforeEach, describe, expect, test } from 'vitest'
import { i18n } from '../words/i18n'
import { offer } from './sample'
import ActionsBar from './ActionsBar.vue'
import type { Offer } from './work-order'

const bar = (actions: Offer[], busy = false) => mount(ActionsBar, { props: { actions, busy }, global: { plugins: [i18n] } })

beforeEach(() => { i18n.global.locale.value = 'zh' })

describe('the bar of actions', () => {
  test('shows what the server allows, the primary one last', () => {
    const screen = bar([offer('accept'), offer('return'), offer('note')])
    expect(screen.findAll('menu button').map(button => button.text())).toEqual(['退单', '备注', '签收 Ctrl ↵'])
    expect(screen.find('.primary').text()).toContain('签收')
  })

  test('shows greyed, with its rule, what is not allowed', () => {
    const screen = bar([offer('accept'), offer('return', '经裁定指定，不得再退')])
    const refused = screen.find('[aria-disabled=true]')
    expect(refused.text()).toBe('退单')
    expect(screen.find(`#${refused.attributes('aria-describedby')}`).text()).toBe('经裁定指定，不得再退')
  })

  test('does nothing when a refused action is pressed', async () => {
    const screen = bar([offer('return', '不得再退')])
    await screen.find('[aria-disabled=true]').trigger('click')
    expect(screen.emitted('choose')).toBeUndefined()
  })

  test('presses the primary button at Ctrl+Enter', () => {
    const screen = bar([offer('note'), offer('accept')])
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true }))
    expect(screen.emitted('choose')).toEqual([['accept']])
    screen.unmount()
  })

  test('has no primary button where nothing moves the order on', () => {
    expect(bar([offer('note'), offer('reassign'), offer('bind')]).find('.primary').exists()).toBe(false)
  })

  test('keeps still while an action is on its way', () => {
    const screen = bar([offer('accept')], true)
    expect(screen.find('.primary').attributes('disabled')).toBeDefined()
  })

  test('says so when there is nothing to do', () => {
    expect(bar([]).text()).toContain('不需要您操作')
  })
})
