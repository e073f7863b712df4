import { ref, watchEffect } from 'vue'
import { kept } from './kept'

/** 大字版: one tap, and it stays. */
export const largeType = ref(kept.read('large-type') === 'yes')

export function toggleLargeType() {
  largeType.value = !largeType.value
  kept.write('large-type', largeType.value ? 'yes' : 'no')
}

watchEffect(() => {
  if (largeType.value) document.documentElement.dataset['type'] = 'large'
  else delete document.documentElement.dataset['type']
})
