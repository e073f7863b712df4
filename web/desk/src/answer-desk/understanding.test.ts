import { describe, expect, test } from 'vitest'
import { emptyDesk } from './desk-text'
import { fillChips, marked, NOTHING, percent, type Findings } from './understanding'

const heating: Findings = {
  ...NOTHING,
  categories: [{ code: '010102', probability: 0.92, words: ['暖气'] }, { code: '010103', probability: 0.05, words: [] }],
  sure: true,
  kinds: [{ code: 'COMPLAINT', probability: 0.7, words: [] }],
  spots: [{ code: null, area: null, words: '碧波花园' }, { code: 'heshun', area: 'bcq', words: '和顺小区' }],
}
const level = () => 'UTILITIES' as const

describe('what is found in a text', () => {
  test('fills the chips', () => {
    const desk = { ...emptyDesk(), body: '暖气不热' }
    fillChips(desk, heating, level)
    expect(desk).toMatchObject({ category: '010102', kind: 'COMPLAINT', level: 'UTILITIES', area: 'heshun' })
  })

  test('never touches a chip that a person has set', () => {
    const desk = { ...emptyDesk(), body: '暖气不热', kind: 'INQUIRY', area: 'ncq', own: ['kind', 'area'] }
    fillChips(desk, heating, level)
    expect(desk).toMatchObject({ category: '010102', kind: 'INQUIRY', area: 'ncq' })
  })

  test('leaves the category to the agent when it is not sure', () => {
    const desk = { ...emptyDesk(), body: '暖气不热' }
    fillChips(desk, { ...heating, sure: false }, () => null)
    expect(desk).toMatchObject({ category: '', level: 'GENERAL' })
  })

  test('takes what is answered at once for a question when no word says otherwise', () => {
    const desk = { ...emptyDesk(), body: '想学古建彩绘', answer: '每年四月开班。' }
    fillChips(desk, NOTHING, () => null)
    expect(desk.kind).toBe('INQUIRY')
    desk.ending = 'dispatch'
    fillChips(desk, NOTHING, () => null)
    expect(desk.kind).toBe('')
  })

  test('marks what two requests both say', () => {
    expect(marked('路灯不亮了', ['路灯'])).toEqual([{ text: '路灯', same: true }, { text: '不亮了', same: false }])
    expect(marked('a+b', ['+'])).toEqual([{ text: 'a', same: false }, { text: '+', same: true }, { text: 'b', same: false }])
    expect(marked('路灯', [])).toEqual([{ text: '路灯', same: false }])
  })

  test('says a share in whole percents', () => {
    expect(percent(0.923)).toBe('92%')
  })
})
