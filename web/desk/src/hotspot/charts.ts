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

/** What the map says of one area. */
export interface Spot { code: string, name: string, requests: number }

/** Where the city has given a point and something was told. */
export const circles = (map: CityMap, spots: Spot[]) => map.features.filter(each => each.geometry.type === 'Point')
  .map(each => ({ name: each.properties.code, value: [...each.geometry.coordinates as number[], spots.find(spot => spot.code === each.properties.code)?.requests ?? 0] }))
  .filter(each => each.value[2])

/** The city's own shapes shaded, its points as circles; nothing is drawn that the file does not hold. */
export function cityMap(map: CityMap, spots: Spot[]): EChartsCoreOption {
  const most = Math.max(1, ...spots.map(each => each.requests))
  const of = (code: string) => spots.find(each => each.code === code)
  return {
    animation: false,
    tooltip: {},
    visualMap: { show: false, min: 0, max: most, inRange: { color: [token('--sunken'), token('--primary')] }, seriesIndex: 0 },
    geo: { map: 'city', nameProperty: 'code', roam: false, show: true, silent: true, itemStyle: { areaColor: token('--surface'), borderColor: token('--line-strong') } },
    series: [
      { type: 'map', map: 'city', geoIndex: 0, data: spots.map(each => ({ name: each.code, value: each.requests, code: each.code })), tooltip: { formatter: (mark: { name: string }) => said(of(mark.name)) } },
      {
        type: 'scatter', coordinateSystem: 'geo', itemStyle: { color: token('--primary'), opacity: 0.8 },
        symbolSize: (value: number[]) => 6 + 24 * Math.sqrt((value[2] ?? 0) / most),
        data: circles(map, spots),
        tooltip: { formatter: (mark: { name: string }) => said(of(mark.name)) },
      },
    ],
  }
}

const said = (spot?: Spot) => spot ? `${spot.name} ${spot.requests}` : ''
