import { expect, test } from 'vitest'
import { draftOf, questionOf } from './from-call'

test('a call becomes a question without numbers', () => {
  expect(questionOf('您好，请问失业金怎么领，我电话13912345678。另外')).toBe('请问失业金怎么领，我电话')
  expect(questionOf('3号楼2单元的暖气不热怎么办')).toBe('的暖气不热怎么办')
})

test('a draft is the expert department’s, with answer and category and no basis yet', () => {
  expect(draftOf({ body: '失业金怎么领', answer: '线上申领。', category: '030105' }, 'rsj'))
    .toMatchObject({ question: '失业金怎么领', answer: '线上申领。', category: '030105', owner: 'rsj', basis: '' })
})
