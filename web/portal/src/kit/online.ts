import { ref } from 'vue'

/** Whether the browser believes it has a network; only ever used to reassure, never to forbid. */
export const online = ref(navigator.onLine !== false)

addEventListener('online', () => { online.value = true })
addEventListener('offline', () => { online.value = false })
