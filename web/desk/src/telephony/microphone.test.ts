import { beforeEach, describe, expect, test } from 'vitest'
import { askForMicrophone, chooseDevices, chosenDevices, microphoneOf, troubleOf } from './microphone'

const failing = (name: string) => ({ getUserMedia: () => Promise.reject(new DOMException('', name)) }) as unknown as MediaDevices

describe('the microphone', () => {
  beforeEach(() => localStorage.clear())

  test('that is not allowed, not there or not free is told apart', async () => {
    expect(await askForMicrophone(failing('NotAllowedError'))).toBe('denied')
    expect(await askForMicrophone(failing('NotFoundError'))).toBe('missing')
    expect(await askForMicrophone(failing('NotReadableError'))).toBe('busy')
    expect(troubleOf(new Error('?'))).toBe('unknown')
  })

  test('is not there for a page that came over plain http', async () => {
    expect(await askForMicrophone(undefined)).toBe('insecure')
  })

  test('is let go again after it was asked for', async () => {
    let stopped = 0
    const stream = { getTracks: () => [{ stop: () => stopped++ }] }
    expect(await askForMicrophone({ getUserMedia: () => Promise.resolve(stream) } as unknown as MediaDevices)).toBeNull()
    expect(stopped).toBe(1)
  })

  test('that was chosen is wished for, and another one taken where it is unplugged', () => {
    expect(microphoneOf(chosenDevices())).toBe(true)
    chooseDevices({ microphone: 'headset', speaker: '' })
    expect(microphoneOf(chosenDevices())).toEqual({ deviceId: { ideal: 'headset' } })
  })
})
