import { expect, test } from 'vitest'
import { counted, hasMore, pieces, placeOf, type Found, type Hit } from './search'

test('A marked text comes in pieces, in its order', () => {
  expect(pieces('小区\u0002供暖\u0003不热，\u0002供暖\u0003')).toEqual([
    { words: '小区', found: false }, { words: '供暖', found: true }, { words: '不热，', found: false }, { words: '供暖', found: true },
  ])
  expect(pieces('')).toEqual([])
  expect(pieces('<b>x</b>')).toEqual([{ words: '<b>x</b>', found: false }])
})

test('A reply is opened at its order, an article by its code, a template nowhere', () => {
  const hit = { kind: 'reply', id: '1/5', order: { id: '1' } } as unknown as Hit
  expect(placeOf(hit)).toEqual({ name: 'order', params: { id: '1' } })
  expect(placeOf({ ...hit, kind: 'article', id: 'A1/2', order: null })).toEqual({ name: 'article', params: { code: 'A1' } })
  expect(placeOf({ ...hit, kind: 'template', order: null })).toBeNull()
})

const say = (key: string, values: Record<string, string | number> = {}) => [key, ...Object.values(values)].join(' ')
const found = (count: number, shown: number, byWords: Found['byWords']) => ({ count, byWords, numbers: [], people: [], hits: Array.from({ length: shown }) }) as unknown as Found

test('What has the phrase and what only has its words are never added up', () => {
  expect(counted(say, found(3, 20, { words: ['暖气', '不热'], count: 41, more: false }))).toBe('search.count-both 3 41')
  expect(counted(say, found(0, 20, { words: ['暖气', '不热'], count: 41, more: false }))).toBe('search.count-by-words 41')
  expect(counted(say, found(3, 20, { words: ['暖气', '不热'], count: 1001, more: true }))).toBe('search.count-both 3 search.at-least 1001')
  expect(counted(say, found(45, 20, null))).toBe('search.count 45')
})

test('There are more while phrases or words are left', () => {
  expect(hasMore(found(45, 20, null))).toBe(true)
  expect(hasMore(found(3, 20, { words: [], count: 41, more: false }))).toBe(true)
  expect(hasMore(found(3, 3, { words: [], count: 0, more: false }))).toBe(false)
})
