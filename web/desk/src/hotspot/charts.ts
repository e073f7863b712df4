import type { EChartsCoreOption } from 'echarts/core'

/** A colour of the tokens as it is now, in light or dark. */
const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim() || '#595F69'

const axes = (days: string[]) => ({
  grid: { left: 34, right: 10, top: 10, bottom: 22 },
  tooltip: { trigger: 'axis' },
  animation: false,
  xAxis: { type: 'category', data: days, axisLabel: { color: token('--grey') } },
  yAxis: { type: 'value', minInterval: 1, axisLabel: { color: token('--grey') }, splitLine: { lineStyle: { color: token('--line') } } },
})

const series = (data: number[], colour: string, name = '') => ({ type: 'line', name, data, symbolSize: 5, lineStyle: { color: token(colour), width: 2 }, itemStyle: { color: token(colour) } })

/** A line, with the ghost of the time before where there is one. */
export function line(days: string[], values: number[], ghost?: number[], names: [string, string] = ['', '']): EChartsCoreOption {
  return { ...axes(days), series: [...ghost ? [series(ghost, '--line-strong', names[1])] : [], series(values, '--primary', names[0])] }
}

/** Weekdays by hours. */
export function grid(hours: number[][], weekdays: string[]): EChartsCoreOption {
  return {
    grid: { left: 44, right: 10, top: 6, bottom: 22 },
    tooltip: {},
    animation: false,
    xAxis: { type: 'category', data: Array.from({ length: 24 }, (_, hour) => String(hour)), axisLabel: { color: token('--grey') } },
    yAxis: { type: 'category', data: weekdays, inverse: true, axisLabel: { color: token('--grey') } },
    visualMap: { show: false, min: 0, max: Math.max(1, ...hours.flat()), inRange: { color: [token('--sunken'), token('--primary')] } },
    series: [{ type: 'heatmap', data: hours.flatMap((day, at) => day.map((n, hour) => [hour, at, n])) }],
  }
}

/** Where the most are. */
export function busiest(hours: number[][]) {
  const all = hours.flatMap((day, weekday) => day.map((n, hour) => ({ weekday, hour, n })))
  return all.reduce((best, each) => each.n > best.n ? each : best, { weekday: 0, hour: 0, n: 0 })
}

export interface CityMap { type: 'FeatureCollection', features: { properties: { code: string }, geometry: { type: string, coordinates: unknown } }[] }

/** The area that one lies in. */
export type ParentOf = (code: string) => string | null | undefined

/** What the map says of one area. */
export interface Spot { code: string, name: string, requests: number }

/** Where the city has given a point and something was told. */
export const circles = (map: CityMap, spots: Spot[]) => map.features.filter(each => each.geometry.type === 'Point')
  .map(each => ({ name: each.properties.code, value: [...each.geometry.coordinates as number[], spots.find(spot => spot.code === each.properties.code)?.requests ?? 0] }))
  .filter(each => each.value[2])

/** What was told in an area: of itself and of all beneath it. */
export function told(code: string, spots: Spot[], parentOf: ParentOf): number {
  const lies = (at: string | null | undefined): boolean => !!at && (at === code || lies(parentOf(at)))
  return spots.filter(each => lies(each.code)).reduce((sum, each) => sum + each.requests, 0)
}

/** The city's shapes. Points are no shapes to the map; where there are points alone, a frame around them that is not seen. */
export function shapes(map: CityMap): CityMap {
  const features = map.features.filter(each => each.geometry.type !== 'Point')
  if (features.length) return { ...map, features }
  const at = map.features.map(each => each.geometry.coordinates as [number, number])
  const [west, east] = [Math.min(...at.map(each => each[0])) - 0.02, Math.max(...at.map(each => each[0])) + 0.02]
  const [south, north] = [Math.min(...at.map(each => each[1])) - 0.02, Math.max(...at.map(each => each[1])) + 0.02]
  return { ...map, features: [{ properties: { code: '' }, geometry: { type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] } }] }
}

/** The city's own shapes shaded by all that was told in them, its points as circles; nothing is drawn that the file does not hold. */
export function cityMap(map: CityMap, spots: Spot[], parentOf: ParentOf, nameOf: (code: string) => string): EChartsCoreOption {
  const codes = shapes(map).features.map(each => each.properties.code)
  const data = codes.map(code => ({ name: code, value: told(code, spots, parentOf) }))
  const points = circles(map, spots)
  const most = Math.max(1, ...data.map(each => each.value))
  const largest = Math.max(1, ...points.map(each => each.value[2] as number))
  const say = (code: string, n: number) => code ? `${nameOf(code)} ${n}` : ''
  return {
    animation: false,
    tooltip: { confine: true },
    visualMap: { show: false, min: 0, max: most, inRange: { color: [token('--sunken'), token('--primary')] }, seriesIndex: 0 },
    geo: {
      map: 'city', nameProperty: 'code', roam: false, show: true, selectedMode: false,
      itemStyle: { areaColor: token('--surface'), borderColor: token('--line-strong') },
      emphasis: { label: { show: false }, itemStyle: { borderColor: token('--text'), borderWidth: 1.5 } },
      regions: [{ name: '', silent: true, itemStyle: { opacity: 0 } }],
      tooltip: { show: true, formatter: (mark: { name: string }) => say(mark.name, told(mark.name, spots, parentOf)) },
    },
    series: [
      { type: 'map', map: 'city', geoIndex: 0, data },
      {
        type: 'scatter', coordinateSystem: 'geo', itemStyle: { color: token('--warning'), opacity: 0.75, borderColor: token('--surface') },
        symbolSize: (value: number[]) => 5 + 15 * Math.sqrt((value[2] ?? 0) / largest),
        data: points,
        tooltip: { formatter: (mark: { name: string, value: number[] }) => say(mark.name, mark.value[2] ?? 0) },
      },
    ],
  }
}
