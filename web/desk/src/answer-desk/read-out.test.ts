import { expect, test } from 'vitest'
import { readOut } from './read-out'

test.each([
  ['20261123026371', ['20261123', '026371']],
  ['483920', ['483', '920']],
  ['K7M2P9QX', ['K7M2', 'P9QX']],
  ['', []],
])('%s is read out in parts', (digits, parts) => {
  expect(readOut(digits)).toEqual(parts)
})
