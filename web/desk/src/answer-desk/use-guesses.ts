import { watch, type Ref } from 'vue'
import { leafCategories, reference, categoryOf } from '../reference/reference'
import type { DeskText } from './desk-text'
import { guessArea, guessCategory, guessKind } from './guess'

const PAUSE = 300

/** Chips fill themselves while the call is typed; those set by hand stay. */
export function useGuesses(text: Ref<DeskText>) {
  let timer: ReturnType<typeof setTimeout> | undefined

  function fill() {
    const desk = text.value
    const free = (field: string) => !desk.own.includes(field)
    if (free('category')) desk.category = guessCategory(desk.body, leafCategories.value)?.code ?? ''
    const category = categoryOf(desk.category) ?? null
    if (free('kind')) desk.kind = desk.body.trim() === '' ? '' : guessKind(desk.body, category)
    if (free('level')) desk.level = category?.level ?? 'GENERAL'
    if (free('area')) desk.area = guessArea(desk.address + desk.body, reference.value.areas)?.code ?? ''
  }

  watch(() => [text.value.body, text.value.address, text.value.category], () => {
    clearTimeout(timer)
    timer = setTimeout(fill, PAUSE)
  })
}
