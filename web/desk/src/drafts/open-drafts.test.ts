import { beforeEach, describe, expect, test } from 'vitest'
import { aboutOf, knowDraft, openDrafts, placeOf, unknowDraft, withAbout, withoutAbout } from './open-drafts'

const summary = (about: string) => JSON.stringify(withAbout(about, { answer: '已修好' })).slice(0, 80)

describe('what a draft is about', () => {
  test('is read from its first letters', () => {
    expect(aboutOf(summary('20261122026363 高层水流小洗不了澡'))).toBe('20261122026363 高层水流小洗不了澡')
  })

  test('survives quotes, line breaks and an end in the middle', () => {
    expect(aboutOf(summary('他说"马上"\n就来'))).toBe('他说"马上"\n就来')
    expect(aboutOf('{"about":"路灯不亮，天黑')).toBe('路灯不亮，天黑')
    expect(aboutOf('{"about":"路灯\\')).toBe('路灯')
    expect(aboutOf('{"about":"路灯\\u00')).toBe('路灯')
  })

  test('is nothing where nothing was said', () => {
    expect(aboutOf('{"phone":"139"}')).toBe('')
    expect(aboutOf('{"about":"","phone":""}')).toBe('')
  })

  test('does not come back into the form', () => {
    expect(withoutAbout(withAbout('x', { answer: '已修好' }) as { answer: string })).toEqual({ answer: '已修好' })
  })
})

test('a draft leads back to the form it was typed in', () => {
  expect(placeOf('desk')?.to).toEqual({ name: 'answer-desk', query: {} })
  expect(placeOf('desk:8')?.to).toEqual({ name: 'answer-desk', query: { call: '8' } })
  expect(placeOf('order:7:request-extension')).toMatchObject({
    to: { name: 'order', params: { id: '7' }, query: { do: 'request-extension' } }, verb: 'request-extension',
  })
  expect(placeOf('article:K0104')?.to).toEqual({ name: 'article', params: { code: 'K0104' }, query: { do: 'write' } })
  expect(placeOf('template:t03')?.to).toEqual({ name: 'templates', query: { write: 't03' } })
  expect(placeOf('elsewhere')).toBeNull()
})

describe('the list', () => {
  beforeEach(() => { openDrafts.value = [] })

  test('knows a draft once, the newest first, until it is sent', () => {
    knowDraft('desk', '{}')
    knowDraft('order:7:reply', '{}')
    knowDraft('desk', '{"about":"路灯"}')
    expect(openDrafts.value.map(each => each.key)).toEqual(['desk', 'order:7:reply'])
    unknowDraft('desk')
    expect(openDrafts.value.map(each => each.key)).toEqual(['order:7:reply'])
  })
})
