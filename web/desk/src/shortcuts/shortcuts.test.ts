// @vitest-environment happy-dom
import { effectScope } from 'vue'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { keysOf, switchSingleKeys, useShortcuts } from './shortcuts'

const press = (key: string, more: KeyboardEventInit = {}, on: EventTarget = document.body) =>
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))

const field = (tag: 'input' | 'textarea') => document.body.appendChild(document.createElement(tag))

describe('a shortcut', () => {
  let scope = effectScope()
  const run = vi.fn()
  const listenFor = (keys: string) => scope.run(() => useShortcuts([{ keys, run }]))

  beforeEach(() => { scope = effectScope() })
  afterEach(() => {
    scope.stop()
    run.mockReset()
    switchSingleKeys(true)
    document.body.innerHTML = ''
  })

  test('runs when its key is pressed', () => {
    listenFor('j')
    press('j')
    expect(run).toHaveBeenCalledOnce()
  })

  test('rests while an input method is composing', () => {
    listenFor('Ctrl+Enter')
    press('Enter', { ctrlKey: true, isComposing: true })
    press('Process', { ctrlKey: true })
    expect(run).not.toHaveBeenCalled()
  })

  test('knows the full-width signs of a Chinese input method', () => {
    expect(keysOf(new KeyboardEvent('keydown', { key: '？' }))).toBe('?')
  })

  test('of a single key rests while somebody types', () => {
    listenFor('x')
    press('x', {}, field('textarea'))
    press('x', {}, field('input'))
    expect(run).not.toHaveBeenCalled()
  })

  test('with Ctrl works while somebody types', () => {
    listenFor('Ctrl+Enter')
    press('Enter', { ctrlKey: true }, field('textarea'))
    expect(run).toHaveBeenCalledOnce()
  })

  test('of a single key can be switched off', () => {
    listenFor('d')
    switchSingleKeys(false)
    press('d')
    expect(run).not.toHaveBeenCalled()
  })

  test('leaves Enter to the button that has the focus', () => {
    listenFor('Enter')
    press('Enter', {}, document.body.appendChild(document.createElement('button')))
    expect(run).not.toHaveBeenCalled()
  })

  test('of the panel on top comes before that of the page', () => {
    const panel = vi.fn()
    listenFor('Ctrl+Enter')
    scope.run(() => useShortcuts([{ keys: 'Ctrl+Enter', run: panel }]))
    press('Enter', { ctrlKey: true })
    expect(panel).toHaveBeenCalledOnce()
    expect(run).not.toHaveBeenCalled()
  })

  test('goes with its component', () => {
    listenFor('j')
    scope.stop()
    press('j')
    expect(run).not.toHaveBeenCalled()
  })
})
