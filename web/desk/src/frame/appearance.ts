import { ref } from 'vue'

const KEPT = 'minsheng.theme'
type Theme = 'light' | 'dark'

const wished = () => (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')

export const theme = ref<Theme>((localStorage.getItem(KEPT) as Theme | null) ?? wished())

function apply() {
  document.documentElement.dataset['theme'] = theme.value
}

export function switchTheme() {
  theme.value = theme.value === 'dark' ? 'light' : 'dark'
  localStorage.setItem(KEPT, theme.value)
  apply()
}

apply()
