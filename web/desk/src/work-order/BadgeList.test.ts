import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { i18n } from '../words/i18n'
import BadgeList from './BadgeList.vue'

const shown = (badges: string[], room?: number) =>
  mount(BadgeList, { props: { badges, room }, global: { plugins: [i18n] } })
    .findAll('.chip').map(chip => !chip.find('.visually-hidden').exists())

/** As the server's `Rows` names them. */
const GIVEN = ['EMERGENCY', 'TO_PHONE', 'SECRET', 'PROBLEM', 'EXTENSION_ASKED', 'BOUND', 'REWORK', 'URGED', 'REMINDED']

test('every badge that the server gives has words in both languages', () => {
  for (const language of ['zh', 'en'] as const) {
    expect(GIVEN.filter(code => !i18n.global.te(`badge.${code}`, language))).toEqual([])
  }
})

test('badges say their words where there is room', () => {
  expect(shown(['REWORK 1', 'URGED 1'])).toEqual([true, true])
})

test('in a tight row all but the first keep their words for the ear only', () => {
  expect(shown(['EMERGENCY', 'REWORK 1', 'URGED 1'], 138)).toEqual([true, false, false])
  expect(shown(['EMERGENCY'], 138)).toEqual([true])
})
