import { mount } from '@vue/test-utils'
import { describe, expect, test } from 'vitest'
import { i18n } from '../words/i18n'
import ChangedMeanwhile from './ChangedMeanwhile.vue'
import { sampleOrder } from './sample'

const before = sampleOrder({ status: 'IN_PROGRESS' })
const conflict = {
  changedByName: '何静', changedAt: '2026-11-23T15:24:00+08:00', change: 'REASSIGN',
  current: sampleOrder({ status: 'DISPATCHED', departmentName: '住建局', version: 4 }),
}

function dialog() {
  i18n.global.locale.value = 'zh'
  return mount(ChangedMeanwhile, { props: { conflict, before }, global: { plugins: [i18n] }, attachTo: document.body })
}

describe('the dialog of an order changed meanwhile', () => {
  test('says who changed it, when, and what differs', () => {
    const words = dialog().text()
    expect(words).toContain('何静 于 2026-11-23 15:24')
    expect(words).toContain('办理中待签收')
    expect(words).toContain('热力公司住建局')
  })

  test('says that what was typed is kept', () => {
    expect(dialog().text()).toContain('您写的内容没有丢')
  })

  test('leaves the choice: see the new state, or do not send', async () => {
    const screen = dialog()
    await screen.find('.primary').trigger('click')
    expect(screen.emitted('adopt')).toHaveLength(1)
    await screen.findAll('.choices button')[0]!.trigger('click')
    expect(screen.emitted('leave')).toHaveLength(1)
  })

  test('is not there without a conflict', () => {
    const screen = mount(ChangedMeanwhile, { props: { conflict: null, before }, global: { plugins: [i18n] } })
    expect(screen.text()).toBe('')
  })
})
