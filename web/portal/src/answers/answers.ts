import { ref } from 'vue'
import { post } from '../api/client'

/** A public answer, as agreed with the department that owns it. */
export interface PublicAnswer {
  code: string
  question: string
  answer: string
  department: string
  basis: string
  steps: string
  materials: string
  places: string
  hours: string
  validFrom: string | null
  validUntil: string | null
}

/** By POST: what somebody looks for stands in no address. */
export const findAnswers = (words: string, kept: boolean) =>
  post<PublicAnswer[]>('/api/portal/answers', { words, kept })
export const readAnswer = (code: string) => post<PublicAnswer>('/api/portal/answers/read', { code })

/** What was found last, so that the way back from an answer is not a new search. */
export const asked = ref('')
export const found = ref<PublicAnswer[] | null>(null)
