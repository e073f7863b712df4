import type { Body } from './work-order'

/** What the citizen said on the telephone: three separate facts. Empty means that the question was not answered. */
export interface FollowUpText { contacted: string, solved: string, satisfied: string, words: string, unreachable: boolean }

export const emptyFollowUp = (): FollowUpText => ({ contacted: '', solved: '', satisfied: '', words: '', unreachable: false })

const orNull = (answer: string) => answer === '' ? null : answer

function facts(answers: FollowUpText): Body {
  return {
    contacted: answers.contacted === '' ? null : answers.contacted === 'YES',
    solved: orNull(answers.solved),
    satisfied: orNull(answers.satisfied),
  }
}

/** The body for each way in which a follow-up call can end. */
export function followUpBody(verb: string, answers: FollowUpText): Body {
  if (verb === 'rework') return { ...facts(answers), reason: answers.words }
  if (verb === 'follow-up-attempt') return { note: answers.words }
  return { ...facts(answers), words: answers.words, unreachable: answers.unreachable }
}

/** To close, the three questions must have been asked; sending back needs a reason; nobody reached needs nothing. */
export function missingInFollowUp(verb: string, answers: FollowUpText): string[] {
  if (verb === 'follow-up-attempt') return []
  if (verb === 'rework') return answers.words.trim() === '' ? ['reason'] : []
  if (answers.unreachable) return []
  return (['contacted', 'solved', 'satisfied'] as const).filter(question => answers[question] === '')
}
