import { computed, reactive } from 'vue'
import { newKey, Problem } from '../api/client'
import type { Ticket } from '../api/portal'
import { attach } from '../api/portal'
import { t } from '../words/words'
import { shrink } from './shrink'

export interface Photo {
  file: File
  name: string
  key: string
  /** On its way: waiting, sending, sent. With a reason why not: failed may be tried again, refused may not. */
  state: 'waiting' | 'sending' | 'sent' | 'failed' | 'refused'
  why: string
}

export const MOST = 6

/** Photos go one after another: on a slow line six at once would all fail. */
export function usePhotos(ticket: () => Ticket) {
  const photos = reactive<Photo[]>([])
  const sent = computed(() => photos.filter(photo => photo.state === 'sent').length)

  async function add(files: File[]) {
    for (const file of files.slice(0, MOST)) {
      photos.push({ file, name: file.name, key: newKey(), state: 'waiting', why: '' })
    }
    for (const photo of photos) if (photo.state === 'waiting') await send(photo)
  }

  async function send(photo: Photo) {
    photo.state = 'sending'
    photo.why = ''
    const smaller = await shrink(photo.file).catch(() => null)
    if (!smaller) return stop(photo, 'refused', t('photos.unreadable'))
    try {
      await attach(ticket(), smaller, photo.name.replace(/\.\w+$/, '') + '.jpg', photo.key)
      photo.state = 'sent'
    } catch (reason) {
      stop(photo, 'failed', reason instanceof Problem ? reason.message : t('error.server'))
    }
  }

  function stop(photo: Photo, state: 'failed' | 'refused', why: string) {
    photo.state = state
    photo.why = why
  }

  return { photos, sent, add, send }
}
