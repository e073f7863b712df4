import { reactive } from 'vue'
import type { Rating } from '../api/portal'
import { SATISFIED, SOLVED } from '../api/portal'

/** Three questions asked apart: being contacted, being helped and being content are different things. */
export const QUESTIONS = {
  contacted: { answers: ['YES', 'NO'], back: '/track/order', next: '/track/rate/solved' },
  solved: { answers: SOLVED, back: '/track/rate/contacted', next: '/track/rate/satisfied' },
  satisfied: { answers: SATISFIED, back: '/track/rate/solved', next: '/track/rate-words' },
} as const

export type Question = keyof typeof QUESTIONS

export interface Answers { contacted: string, solved: string, satisfied: string, words: string }

export const answers = reactive<Answers>({ contacted: '', solved: '', satisfied: '', words: '' })

export function clearAnswers() {
  Object.assign(answers, { contacted: '', solved: '', satisfied: '', words: '' })
}

export function firstUnrated(): Question | undefined {
  return (Object.keys(QUESTIONS) as Question[]).find(question => !answers[question])
}

export function asRating(): Rating {
  return {
    contacted: answers.contacted === 'YES',
    solved: SOLVED.find(answer => answer === answers.solved) ?? null,
    satisfied: SATISFIED.find(answer => answer === answers.satisfied) ?? null,
    words: answers.words.trim(),
  }
}
