import type { HalfHour } from './hall'

export interface Curve { today: string, lastWeek: string, end: { x: number, y: number, calls: number } | null, ticks: { y: number, calls: number }[] }

/** A round number not below the most, so that the lines of the grid carry numbers that can be read out. */
export function ceiling(most: number) {
  const steps = [4, 8, 10, 20, 40, 60, 80, 100, 150, 200, 300, 400, 600, 800, 1000]
  return steps.find(step => step >= most) ?? Math.ceil(most / 1000) * 1000
}

const line = (points: [number, number][]) => points.map(([x, y], n) => `${n ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')

/** Half hours as two lines in a frame of `width` by `height`; today's ends where it is now. */
export function curveOf(halfHours: readonly HalfHour[], width: number, height: number): Curve {
  const top = ceiling(Math.max(1, ...halfHours.flatMap(each => [each.calls ?? 0, each.lastWeek ?? 0])))
  const x = (n: number) => (n + 0.5) / Math.max(1, halfHours.length) * width
  const y = (calls: number) => height - calls / top * height
  const of = (pick: (each: HalfHour) => number | null) =>
    halfHours.flatMap((each, n): [number, number][] => pick(each) === null ? [] : [[x(n), y(pick(each)!)]])
  const known = halfHours.filter(each => each.calls !== null)
  const last = known.at(-1)
  return {
    today: line(of(each => each.calls)),
    lastWeek: line(of(each => each.lastWeek)),
    end: last ? { x: x(known.length - 1), y: y(last.calls!), calls: last.calls! } : null,
    ticks: [0, top / 2, top].map(calls => ({ y: y(calls), calls })),
  }
}

/** How many until now, and how many a week ago until the same half hour. */
export function soFar(halfHours: readonly HalfHour[]) {
  const past = halfHours.filter(each => each.calls !== null)
  const sum = (pick: (each: HalfHour) => number | null) => past.reduce((total, each) => total + (pick(each) ?? 0), 0)
  return { calls: sum(each => each.calls), lastWeek: sum(each => each.lastWeek) }
}
