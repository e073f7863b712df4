import { beforeEach, expect, test } from 'vitest'
import { contact, discard, draft } from './draft'
import { faultsOf, firstUnanswered, stepAfter, stepBefore, stepOf, stepsNow } from './steps'

beforeEach(discard)

function answerAll() {
  Object.assign(draft, { kind: 'UNSURE', body: '三号楼暖气不热', topic: '01', address: '东关小区', privacy: 'open' })
  contact.phone = '13800001234'
}

test('asks one thing after another', () => {
  expect(stepsNow()).toEqual(['kind', 'what', 'topic', 'where', 'privacy', 'contact', 'check'])
  expect(stepAfter('kind', false)).toBe('what')
  expect(stepBefore('what')).toBe('kind')
  expect(stepBefore('kind')).toBeNull()
})

test('does not ask an anonymous citizen for a telephone', () => {
  draft.privacy = 'anonymous'
  expect(stepAfter('privacy', false)).toBe('check')
  expect(stepBefore('check')).toBe('privacy')
})

test('returns to the last page after a change, unless the change opened a question', () => {
  answerAll()
  expect(stepAfter('what', true)).toBe('check')
  contact.phone = ''
  expect(stepAfter('privacy', true)).toBe('contact')
})

test('sends a reader of half a draft to the first open question', () => {
  expect(firstUnanswered()).toBe('kind')
  answerAll()
  draft.address = ''
  expect(firstUnanswered()).toBe('where')
})

test.each(['13800001234', '138 0000 1234', '0312-2550001', '+44 20 7946 0000'])('takes %s for a telephone', (phone) => {
  contact.phone = phone
  expect(faultsOf('contact')).toEqual({})
})

test.each(['', '12345', '2550001', '23800001234', 'zhang'])('asks again after "%s"', (phone) => {
  contact.phone = phone
  expect(faultsOf('contact')).toHaveProperty('phone')
})

test('says how much is too long', () => {
  draft.body = '长'.repeat(2003)
  expect(faultsOf('what')['body']).toContain('3')
})

test.each([['/phone', 'contact'], ['#/requester/phone', 'contact'], ['/body', 'what'], ['/area', 'where']])(
  'knows where %s is put right', (pointer, step) => expect(stepOf(pointer)).toBe(step))
