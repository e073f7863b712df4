import type { Step } from './work-order'

/** How one fact beside a step is told. Facts that are not here are for the program, not for a reader. */
type Telling = 'department' | 'choice' | 'moment' | 'working-days' | 'tick' | 'words'

const TOLD: Record<string, Telling> = {
  department: 'department',
  reasonCode: 'choice',
  basis: 'words',
  suggested: 'department',
  legalChannel: 'words',
  service: 'choice',
  reached: 'words',
  how: 'choice',
  at: 'moment',
  factual: 'choice',
  amount: 'working-days',
  requesterTold: 'tick',
}

export interface StepFact { field: string, telling: Telling, value: string }

/** What was said with a step beside its reason: to whom, on which basis, whom the returning department suggests. */
export function factsOf(step: Step): StepFact[] {
  return Object.entries(TOLD).flatMap(([field, telling]) => {
    const value = step.data[field]
    const own = field === 'department' && value === step.department
    if (value === undefined || value === null || value === '' || value === false || own) return []
    return [{ field, telling, value: String(value) }]
  })
}
