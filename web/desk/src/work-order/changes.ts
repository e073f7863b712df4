import type { Step } from './work-order'

/** What a person changed in the description of an order. The other facts of a step are told by its words. */
const TOLD = ['title', 'kind', 'category', 'level', 'area', 'address', 'confidential'] as const

export interface Change { field: string, from: string | null, to: string | null }

/** A step says what a fact became; what it was, an earlier step has said. The first step only sets them. */
export function changesOf(steps: Step[]): { step: Step, changes: Change[] }[] {
  const known = new Map<string, string | null>()
  return steps.map((step, index) => {
    const changes: Change[] = []
    for (const field of TOLD) {
      const to = step.changes[field] ?? step.changes[field.toUpperCase()]
      if (to === undefined) continue
      if (index > 0) changes.push({ field, from: known.get(field) ?? null, to })
      known.set(field, to)
    }
    return { step, changes }
  })
}
