import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { Problem } from '@minsheng/shared/problem'
import { i18n } from '../words/i18n'
import ProblemNote from './ProblemNote.vue'

const problem = new Problem({ type: '/problems/invalid', title: 'invalid', status: 422, errors: [{ pointer: '/answer', detail: 'is needed' }, { pointer: '#/reviewOn', detail: 'is needed' }] })

test('where no form stands open, the note says which field it means', () => {
  const note = mount(ProblemNote, { props: { problem, named: field => `<${field}>` }, global: { plugins: [i18n] } })
  expect(note.findAll('li').map(each => each.text())).toEqual(['<answer>is needed', '<reviewOn>is needed'])
})
