import { describe, expect, test } from 'vitest'
import type { Area, Category } from '../reference/reference'
import { guessArea, guessCategory, guessKind } from './guess'

const heating: Category = { code: '010102', parent: '0101', name: '室温不达标', english: '', kinds: ['COMPLAINT'], level: 'UTILITIES', words: ['暖气不热', '室温'] }
const insurance: Category = { code: '020101', parent: '0201', name: '社保转移', english: '', kinds: ['INQUIRY'], level: 'GENERAL', words: ['社保'] }
const area = (code: string, parent: string | null, name: string): Area => ({ code, parent, name, english: '', kind: '' })

describe('what a caller says', () => {
  test('suggests the category most of whose words were said', () => {
    expect(guessCategory('家里暖气不热，室温才14度', [insurance, heating])).toBe(heating)
    expect(guessCategory('今天天气不错', [insurance, heating])).toBeNull()
  })

  test('suggests a kind by plain words, else by the category', () => {
    expect(guessKind('请问社保怎么办理转移', heating)).toBe('INQUIRY')
    expect(guessKind('家里暖气不热', heating)).toBe('COMPLAINT')
    expect(guessKind('路灯坏了', null)).toBe('ASSISTANCE')
  })

  test('suggests the finest place that was named', () => {
    const areas = [area('dz', null, '定州市'), area('nc', 'dz', '南城区街道'), area('jy', 'nc', '锦园')]
    expect(guessArea('定州市南城区街道锦园3号楼', areas)?.code).toBe('jy')
    expect(guessArea('定州市', areas)).toBeNull()
  })
})
