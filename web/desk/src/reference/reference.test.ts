import { expect, test } from 'vitest'
import { nearPlace, reference, sounds } from './reference'

const area = (code: string, parent: string | null, name: string) => ({ code, parent, name, english: '', kind: '' })

test('a row says the place without the areas around it', () => {
  reference.value = {
    ...reference.value,
    areas: [area('city', null, '定州市'), area('ncq', 'city', '南城区街道'), area('yunjin', 'ncq', '云锦花园')],
  }
  expect(nearPlace('yunjin', '南城区街道云锦花园3号楼')).toBe('云锦花园3号楼')
  expect(nearPlace('yunjin', '3号楼')).toBe('3号楼')
  expect(nearPlace('ncq', '南城区街道')).toBe('南城区街道')
  expect(nearPlace('ncq', '定州市南城区街道')).toBe('南城区街道')
  expect(nearPlace(null, '南城区街道')).toBe('南城区街道')
})

test('a name is found by the initials of its characters, whichever reading is meant', () => {
  reference.value = { ...reference.value, readings: { 住: 'z', 建: 'j', 局: 'j', 重: 'cz', 庆: 'q', 路: 'l' } }
  expect(sounds('zjj', '住建局')).toBe(true)
  expect(sounds('JJ', '市住建局')).toBe(true)
  expect(sounds('cql', '重庆路')).toBe(true)
  expect(sounds('zql', '重庆路')).toBe(true)
  expect(sounds('zjz', '住建局')).toBe(false)
  expect(sounds('j', '住建局')).toBe(false)
  expect(sounds('住建', '住建局')).toBe(false)
})
