import { describe, expect, test } from 'vitest'
import { emptyDesk, missingOnDesk, registration, takeArticle } from './desk-text'

const said = { ...emptyDesk(), body: '暖气不热', kind: 'COMPLAINT', phone: ' 19900001234 ' }

describe('the answer desk', () => {
  test('needs only what was said to register a call', () => {
    expect(missingOnDesk({ ...said, ending: 'register' })).toEqual([])
    expect(registration({ ...said, ending: 'register' })).toMatchObject({ body: '暖气不热', first: undefined, requester: { phone: '19900001234', name: undefined } })
  })

  test('needs an answer to close a call at once', () => {
    expect(missingOnDesk(said)).toEqual(['answer'])
    expect(registration({ ...said, answer: '已告知' })['first']).toEqual({ answer: { answer: '已告知', template: undefined, article: undefined, articleVersion: undefined } })
  })

  test('needs a category and a department to dispatch', () => {
    expect(missingOnDesk({ ...said, ending: 'dispatch' })).toEqual(['category', 'department'])
  })

  test('asks for the fields of a rarer ending', () => {
    const declined = { ...said, ending: 'decline' as const, rest: { reasonCode: 'LITIGATION', reason: '已起诉' } }
    expect(missingOnDesk(declined)).toEqual([])
    expect(registration(declined)['first']).toEqual({ decline: { reasonCode: 'LITIGATION', reason: '已起诉', legalChannel: undefined } })
  })

  test('an article fills the answer and is stamped on it with its version', () => {
    const desk = { ...said, ending: 'register' as const, answer: '您好，' }
    takeArticle(desk, { code: 'K0104', version: 3, answer: '可以在公众号缴纳。' })
    expect(registration(desk)['first']).toEqual({ answer: { answer: '您好，\n可以在公众号缴纳。', template: undefined, article: 'K0104', articleVersion: 3 } })
  })
})
