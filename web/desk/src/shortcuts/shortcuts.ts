import { onScopeDispose, ref } from 'vue'

export interface Shortcut {
  /** `?`, `j`, `Enter`, `Ctrl+Enter`, `Alt+1`, `Escape` */
  keys: string
  run: (event: KeyboardEvent) => void
  when?: () => boolean
}

const KEPT = 'minsheng.single-keys'

/** Single-character keys can be switched off (WCAG 2.1.4), for speech input and for those whom they surprise. */
export const singleKeys = ref(localStorage.getItem(KEPT) !== 'off')

export function switchSingleKeys(on: boolean) {
  singleKeys.value = on
  localStorage.setItem(KEPT, on ? 'on' : 'off')
}

/** A Chinese input method sends full-width signs for the same keys. */
const HALF: Record<string, string> = { '？': '?', '、': '/', '／': '/', '【': '[', '】': ']', ' ': 'Space' }

/** The name of a key press: `Ctrl+Enter`. The command key counts as Ctrl. */
export function keysOf(event: KeyboardEvent) {
  const key = HALF[event.key] ?? (event.key.length === 1 ? event.key.toLowerCase() : event.key)
  const held = [event.ctrlKey || event.metaKey ? 'Ctrl' : '', event.altKey ? 'Alt' : ''].filter(Boolean)
  return [...held, key].join('+')
}

/** Typing Chinese sends Enter, digits and letters that choose a candidate; none of them is meant for us. */
export function isComposing(event: KeyboardEvent) {
  return event.isComposing || event.key === 'Process' || event.keyCode === 229
}

function isTyping(event: KeyboardEvent) {
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
}

/** Enter and space belong to the button or link that has the focus. */
function isPressing(event: KeyboardEvent) {
  return (event.key === 'Enter' || event.key === ' ')
    && event.target instanceof HTMLElement && event.target.closest('button, a, summary, [role=option]') !== null
}

const MODIFIED = /^(Ctrl|Alt)\+|^F\d/

/** Whether this key press is this shortcut, and not typing. */
export function matches(event: KeyboardEvent, shortcut: Shortcut) {
  if (isComposing(event) || event.defaultPrevented || keysOf(event) !== shortcut.keys) return false
  const modified = MODIFIED.test(shortcut.keys) || shortcut.keys === 'Escape'
  if (!modified && (isTyping(event) || isPressing(event) || document.querySelector('dialog[open]'))) return false
  if (shortcut.keys.length === 1 && !singleKeys.value) return false
  return shortcut.when?.() ?? true
}

/** Listens while the component lives. The latest on screen comes first, so a panel can take Ctrl+Enter from its page. */
const stack: Shortcut[][] = []

export function useShortcuts(shortcuts: Shortcut[]) {
  stack.unshift(shortcuts)
  onScopeDispose(() => stack.splice(stack.indexOf(shortcuts), 1))
}

function press(event: KeyboardEvent, modified: boolean) {
  const found = stack.flat().find(shortcut => MODIFIED.test(shortcut.keys) === modified && matches(event, shortcut))
  if (!found) return
  event.preventDefault()
  if (modified) event.stopPropagation()
  found.run(event)
}

// Ctrl and Alt are taken before a field sees them: a list of choices would take Ctrl+Enter for its Enter.
window.addEventListener('keydown', event => press(event, true), { capture: true })
window.addEventListener('keydown', event => press(event, false))
