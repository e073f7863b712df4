import { afterEach, expect, test } from 'vitest'
import { nextTick } from 'vue'
import { en } from './en'
import { choose, said, t } from './words'
import { zh } from './zh'

afterEach(() => choose('zh'))

test('puts values into a sentence', () => {
  choose('zh')
  expect(t('ask.step', { n: 2, of: 7 })).toBe('第 2 步，共 7 步')
})

test('switches the language, tells the reader of the page and stays', async () => {
  choose('en')
  await nextTick()
  expect(t('app.continue')).toBe('Continue')
  expect(document.documentElement.lang).toBe('en')
  expect(localStorage.getItem('minsheng.language')).toBe('en')
})

test('takes what the server said in the language of the reader', () => {
  choose('en')
  expect(said({ zh: '已办结', en: 'Closed' })).toBe('Closed')
  expect(said('as it is')).toBe('as it is')
  expect(said(null)).toBe('')
})

test('asks for the same values in both languages', () => {
  const values = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort()
  for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
    expect(values(en[key]), key).toEqual(values(zh[key]))
  }
})
