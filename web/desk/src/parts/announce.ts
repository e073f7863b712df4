import { ref } from 'vue'

/** The one polite live region of the page reads this out. */
export const announcement = ref('')

export function announce(words: string) {
  announcement.value = ''
  // The region must empty first, or the same words twice are read once.
  setTimeout(() => { announcement.value = words }, 30)
}
