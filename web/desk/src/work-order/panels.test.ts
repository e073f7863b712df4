import { describe, expect, test } from 'vitest'
import { panelFor } from './panels'
import { sampleOrder } from './sample'

const order = sampleOrder()

describe('the panel of a verb', () => {
  test('asks for what is needed and sends no empty answers', () => {
    const panel = panelFor('return')
    const values = { ...panel.initial(order), reasonCode: 'NOT_OUR_DUTY', reason: '不归我们' }
    expect(panel.missing('return', values)).toEqual(['basis'])
    expect(panel.body('return', values, order)).toEqual({ reasonCode: 'NOT_OUR_DUTY', reason: '不归我们' })
  })

  test('sends of a correction only what differs', () => {
    const panel = panelFor('correct')
    const values = { ...panel.initial(order), address: '4号楼', reason: '听错了' }
    expect(panel.body('correct', values, order)).toEqual({ address: '4号楼', reason: '听错了' })
  })

  test('of a reply asks why when the matter is not solved, and by when when it is constrained', () => {
    const panel = panelFor('reply')
    const values = { ...panel.initial(order), contactHow: 'PHONE', contactedAt: '2026-11-23T10:00:00+08:00', factual: 'TRUE', answer: '…', result: 'RESOLVED' }
    expect(panel.missing('reply', values)).toEqual([])
    expect(panel.missing('reply', { ...values, result: 'UNRESOLVED' })).toEqual(['whyNot'])
    expect(panel.missing('reply', { ...values, result: 'CONSTRAINED' })).toEqual(['whyNot', 'plan', 'reviewOn'])
  })

  test('of a reply starts from the contact recorded already', () => {
    const contact = { seq: 4, action: 'RECORD_CONTACT', at: '', actor: '', actorName: '', role: null, department: null, from: null, to: null, reason: '', changes: {}, data: { how: 'VISIT', at: '2026-11-23T10:00:00+08:00' } }
    expect(panelFor('reply').initial(sampleOrder({ steps: [contact] }))).toMatchObject({ contactHow: 'VISIT' })
  })

  test('of a follow-up call keeps the three answers apart', () => {
    const panel = panelFor('close')
    const values = { contacted: 'NO', solved: 'YES', satisfied: 'FAIR', words: '', unreachable: false }
    expect(panel.missing('close', { ...values, solved: '' })).toEqual(['solved'])
    expect(panel.body('close', values, order)).toEqual({ contacted: false, solved: 'YES', satisfied: 'FAIR', words: '', unreachable: false })
    expect(panel.missing('close', { ...values, solved: '', unreachable: true })).toEqual([])
    expect(panel.missing('rework', values)).toEqual(['reason'])
    expect(panel.body('follow-up-attempt', values, order)).toEqual({ note: '' })
  })
})
