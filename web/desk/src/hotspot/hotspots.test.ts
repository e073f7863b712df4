import { describe, expect, test } from 'vitest'
import { circles, shapes, told } from './charts'
import { isHere, nearest, type Live } from './hotspots'

const event = (id: number, place: string, category: string): Live =>
  ({ id, name: '', place, area: null, category, callers: 3, hours: 2, requests: 3, lastAt: '', script: '' })

describe('the live events beside a call', () => {
  const said = { address: '', body: '你好，我住福康花园三号楼', category: '080101' }

  test('begin with the one at the place that the caller speaks of', () => {
    expect(nearest([event(1, '清风苑', '080101'), event(2, '福康花园', '010102')], said).map(each => each.id)).toEqual([2, 1])
  })

  test('put the same matter before another one', () => {
    expect(nearest([event(1, '清风苑', '010102'), event(2, '翠竹园', '080101')], said).map(each => each.id)).toEqual([2, 1])
  })

  test('say of no event without a place that it is here', () => {
    expect(isHere(event(1, '', '080101'), said)).toBe(false)
    expect(isHere(event(1, '福康花园', '080101'), said)).toBe(true)
  })
})

describe('the map of the city', () => {
  const map = { type: 'FeatureCollection' as const, features: [
    { properties: { code: 'north' }, geometry: { type: 'Polygon', coordinates: [[[0, 0], [1, 0], [1, 1], [0, 0]]] } },
    { properties: { code: 'estate' }, geometry: { type: 'Point', coordinates: [0.5, 0.5] } },
  ] }

  test('puts a circle only where the city has given a point and something was told', () => {
    expect(circles(map, [{ code: 'estate', name: '福康花园', requests: 4 }, { code: 'elsewhere', name: '清风苑', requests: 9 }])).toEqual([{ name: 'estate', value: [0.5, 0.5, 4] }])
  })

  test('shades a township by all that was told in the estates beneath it', () => {
    const parents: Record<string, string> = { estate: 'north', lane: 'north', north: 'city', south: 'city' }
    const spots = [{ code: 'estate', name: '', requests: 4 }, { code: 'lane', name: '', requests: 2 }, { code: 'north', name: '', requests: 1 }, { code: 'south', name: '', requests: 9 }]
    expect(told('north', spots, code => parents[code])).toBe(7)
    expect(told('estate', spots, code => parents[code])).toBe(4)
  })

  test('takes no point for a shape, which would draw the map down to a dot', () => {
    expect(shapes(map).features.map(each => each.properties.code)).toEqual(['north'])
  })

  test('draws no border where the city has given points alone', () => {
    const [frame, ...more] = shapes({ ...map, features: map.features.slice(1) }).features
    expect(frame?.properties.code).toBe('')
    expect(more).toEqual([])
  })
})
