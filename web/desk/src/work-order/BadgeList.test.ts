import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { i18n } from '../words/i18n'
import BadgeList from './BadgeList.vue'

const shown = (badges: string[], room?: number) =>
  mount(BadgeList, { props: { badges, room }, global: { plugins: [i18n] } })
    .findAll('.chip').map(chip => !chip.find('.visually-hidden').exists())

test('badges say their words where there is room', () => {
  expect(shown(['REWORK 1', 'URGED 1'])).toEqual([true, true])
})

test('in a tight row all but the first keep their words for the ear only', () => {
  expect(shown(['EMERGENCY', 'REWORK 1', 'URGED 1'], 138)).toEqual([true, false, false])
  expect(shown(['EMERGENCY'], 138)).toEqual([true])
})
