import { expect, test } from 'vitest'
import { pieces, placeOf, type Hit } from './search'

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
