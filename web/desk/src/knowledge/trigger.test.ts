import { expect, test } from 'vitest'
import { nextBlank, triggerBefore, without } from './trigger'

test.each([
  ['取暖 ??缴费', { kind: 'article', from: 3, words: '缴费' }],
  ['？？失业金', { kind: 'article', from: 0, words: '失业金' }],
  ['：：报停', { kind: 'template', from: 0, words: '报停' }],
  ['好的::', { kind: 'template', from: 2, words: '' }],
])('%s calls for something', (text, trigger) => {
  expect(triggerBefore(text, text.length)).toEqual(trigger)
})

test.each(['怎么办？', '时间：下午', '真的吗？？？好', 'a:b'])('%s calls for nothing', text => {
  expect(triggerBefore(text, text.length)).toBeNull()
})

test('what was typed to call for it goes, what stands around it stays', () => {
  const text = '暖气不热??退费，谢谢'
  const trigger = triggerBefore(text, 8)!
  expect(without(text, trigger, 8)).toBe('暖气不热，谢谢')
})

test('blanks are found one after the other', () => {
  const text = '请于{日期}到［窗口］办理'
  expect(nextBlank(text)).toEqual([2, 6])
  expect(nextBlank(text, 6)).toEqual([7, 11])
  expect(nextBlank(text, 11)).toBeNull()
})
