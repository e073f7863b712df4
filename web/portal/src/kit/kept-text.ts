import { ref, watch } from 'vue'
import { keptHere } from './kept'

/** A text that survives a reload of the page and a wrong turn, until it is sent. */
export function useKeptText(name: string) {
  const text = ref(keptHere.read(name) ?? '')
  watch(text, written => keptHere.write(name, written), { flush: 'sync' })

  function forget() {
    text.value = ''
    keptHere.forget(name)
  }

  return { text, forget }
}
