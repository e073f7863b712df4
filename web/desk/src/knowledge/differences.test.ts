import { expect, test } from 'vitest'
import { compare, differences } from './differences'
import { emptyText } from './knowledge'

test('whole words differ, and what stays the same is not repeated', () => {
  const pieces = compare('请带身份证到丰登街窗口办理', '请带身份证到云溪路窗口办理')
  expect(pieces.filter(each => each.how === 'removed').map(each => each.words).join('')).toContain('丰登街')
  expect(pieces.filter(each => each.how === 'added').map(each => each.words).join('')).toContain('云溪路')
  expect(pieces.filter(each => each.how !== 'removed').map(each => each.words).join('')).toBe('请带身份证到云溪路窗口办理')
})

test('only the fields that differ are shown', () => {
  const before = { ...emptyText('rsj'), question: '甲', answer: '旧', asked: ['一'] }
  expect(differences(before, { ...before, answer: '新', asked: ['一', '二'] }).map(each => each.field)).toEqual(['asked', 'answer'])
  expect(differences(before, { ...before })).toEqual([])
})
