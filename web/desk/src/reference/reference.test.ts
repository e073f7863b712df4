import { expect, test } from 'vitest'
import { nearPlace, reference } from './reference'

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
