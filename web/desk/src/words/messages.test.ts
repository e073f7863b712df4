import { describe, expect, test } from 'vitest'
import en from './messages/en'
import zh from './messages/zh'

function leaves(tree: object, before = ''): Map<string, string> {
  return new Map(Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${before}${name}`, value]] : [...leaves(value as object, `${before}${name}.`)]))
}

const chinese = leaves(zh)
const english = leaves(en)
const sources = import.meta.glob('../**/*.{vue,ts}', { query: '?raw', import: 'default', eager: true }) as Record<string, string>

describe('the words of the desk', () => {
  test('are there in both languages', () => {
    expect([...english.keys()]).toEqual([...chinese.keys()])
    expect([...chinese, ...english].filter(([, words]) => words === '')).toEqual([])
  })

  test('have the same gaps in both languages', () => {
    const gaps = (words = '') => (words.match(/\{\w+\}/g) ?? []).sort()
    const differing = [...chinese.keys()].filter(key => gaps(chinese.get(key)).join() !== gaps(english.get(key)).join())
    expect(differing).toEqual([])
  })

  test('include every word that a screen asks for', () => {
    const asked = Object.entries(sources)
      .filter(([path]) => !path.includes('.test.'))
      .flatMap(([, source]) => [...source.matchAll(/\bt\((?:[\w?.!= ]+\? )?'([\w-]+(?:\.[\w-]+)+)'/g)].map(match => match[1]!))
    expect(asked.length).toBeGreaterThan(150)
    expect([...new Set(asked)].filter(key => !chinese.has(key))).toEqual([])
  })
})
