import { nextTick, ref } from 'vue'
import { t } from '../words/words'

/** What is wrong with which field, in words. */
export type Faults<F extends string = string> = Partial<Record<F, string>>

/** One question: look at the answer, say what is wrong beside the field and put the cursor there, or go on. */
export function useQuestion<F extends string>(look: () => Faults<F>, goOn: () => unknown) {
  const faults = ref<Faults>({})

  async function submit() {
    faults.value = look()
    const first = Object.keys(faults.value)[0]
    tellTitle(first !== undefined)
    if (first === undefined) return goOn()
    await nextTick()
    focusField(first)
  }

  return { faults, submit }
}

/** A field has its name as id; of a group of choices the chosen one, or the first, is meant. */
export function focusField(name: string) {
  const field = document.getElementById(name)
    ?? document.querySelector<HTMLElement>(`[name="${name}"]:checked`)
    ?? document.querySelector<HTMLElement>(`[name="${name}"]`)
  if (field) field.focus()
}

function tellTitle(wrong: boolean) {
  const plain = document.title.replace(/^(出错|Error)[：:] ?/, '')
  document.title = wrong ? `${t('app.wrong')}: ${plain}` : plain
}
