import { describe, expect, test } from 'vitest'
import { change, fitting, verbOf, wordsIn, type Script } from './campaigns'

const script = (category: string, words: string[]): Script =>
  ({ campaign: '1', number: '〔2023〕未诉先办第1号', title: '消防通道', category, area: '', words, script: '已列入排查', status: 'RUNNING', article: null })

describe('The script of a campaign', () => {
  test('is told to who speaks of the matter', () => {
    const lane = script('0801', ['消防通道', '应急通道'])
    expect(fitting([lane], { body: '我们小区应急通道停满了车', category: '' })).toEqual([lane])
    expect(fitting([lane], { body: '暖气不热', category: '010102' })).toEqual([])
  })

  test('goes by the category where the campaign has no words', () => {
    const lane = script('0801', [])
    expect(fitting([lane], { body: '车堵住了', category: '080101' })).toEqual([lane])
    expect(fitting([lane], { body: '车堵住了', category: '060301' })).toEqual([])
  })
})

test('Words are taken with any separator, each once', () => {
  expect(wordsIn(' 消防通道，应急通道 消防通道、地桩')).toEqual(['消防通道', '应急通道', '地桩'])
})

test('A change has a sign, and a dash where there is none', () => {
  expect([change(-71.43), change(3), change(0), change(null)]).toEqual(['−71.4 %', '+3.0 %', '0.0 %', '—'])
})

test('Sending back is one address for both', () => {
  expect([verbOf('LOOK_AGAIN'), verbOf('REDO'), verbOf('FIX')]).toEqual(['send-back', 'send-back', 'fix'])
})
