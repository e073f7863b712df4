import { computed } from 'vue'
import { lists } from '../api/known'
import { named, t } from '../words/words'
import { contact, draft, UNSURE } from './draft'
import type { Step } from './steps'

/** The answers as the citizen reads them before submitting. */
export const answers = computed<{ step: Step, name: string, words: string }[]>(() => [
  { step: 'kind', name: t('check.kind'), words: draft.kind && t(`kind.${draft.kind}`) },
  { step: 'what', name: t('check.what'), words: draft.body.trim() },
  { step: 'topic', name: t('check.topic'), words: topicWords() },
  { step: 'where', name: t('check.where'), words: placeWords() },
  { step: 'privacy', name: t('check.privacy'), words: draft.privacy && t(`privacy.${draft.privacy}`) },
  ...(draft.privacy === 'anonymous' ? [] : [contactRow()]),
])

function contactRow() {
  const words = [contact.name.trim(), contact.phone.trim()].filter(Boolean).join('  ')
  return { step: 'contact' as const, name: t('check.contact'), words }
}

function placeWords() {
  return `${nameIn(lists.value.areas, draft.area)} ${draft.address.trim()}`.trim()
}

function topicWords() {
  return draft.topic === UNSURE ? t('topic.UNSURE') : nameIn(lists.value.topics, draft.topic)
}

function nameIn(list: { code: string, name: string, english: string }[], code: string): string {
  const thing = list.find(item => item.code === code)
  return thing ? named(thing) : code
}
